import { describe, expect, it } from 'vitest';
import { codeExcerpt, excerptOf, markedText, type Piece } from './excerpt.ts';

const shown = (pieces: readonly Piece[]) =>
  pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

describe('markedText', () => {
  it('joins pairs of Han characters that follow each other', () => {
    expect(
      shown(markedText('手写决策树分类器', new Set(['决策', '策树']))),
    ).toBe('手写[决策树]分类器');
  });

  it('marks a whole word for its stem or part', () => {
    const tokens = new Set(['distil', 'means']);
    expect(shown(markedText('Distilling with kMeansSteps.', tokens))).toBe(
      '[Distilling] with [kMeansSteps].',
    );
  });
});

describe('excerptOf', () => {
  it('begins with the sentence of the hit', () => {
    const text = `${'前面的话很长。'.repeat(20)}质心取均值，平方和最小。${'后面还有话。'.repeat(9)}`;
    expect(shown(excerptOf(text, new Set(['质心']), 30))).toMatch(
      /^…\[质心\]取均值，平方和最小。.*…$/,
    );
  });

  it('chooses the place where most different words stand together', () => {
    const text = `loss ${'word '.repeat(60)}loss and gradient ${'word '.repeat(60)}`;
    expect(shown(excerptOf(text, new Set(['loss', 'gradient']), 60))).toContain(
      '[loss] and [gradient]',
    );
  });

  it('cuts no English word, and gives a short text whole', () => {
    const long = excerptOf('gradient '.repeat(40), new Set(), 50);
    expect(shown(long)).toMatch(/^(gradient )+gradient…$/);
    expect(shown(excerptOf('short', new Set(), 50))).toBe('short');
  });
});

describe('codeExcerpt', () => {
  const files = {
    'main.ts': "import { bestSplit } from './tree.ts';\nconst best = split;\n",
    'tree.ts': 'export function bestSplit(rows) {\n',
  };

  it('prefers the line that declares the name, and says in which file', () => {
    const tokens = new Set(['bestsplit', 'best', 'split']);
    const found = codeExcerpt(files, tokens);
    expect(found?.file).toBe('tree.ts');
    expect(shown(found?.pieces ?? [])).toBe(
      'export function [bestSplit](rows) {',
    );
  });

  it('is absent where the code has no hit', () => {
    expect(codeExcerpt(files, new Set(['other']))).toBeUndefined();
  });
});
