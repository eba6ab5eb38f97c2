import { describe, expect, it } from 'vitest';
import { stemOf, tokensOf } from './words.ts';

describe('tokensOf', () => {
  it.each([
    ['决策树', ['决策', '策树']],
    ['树', ['树']],
    ['kMeansSteps', ['kmeanssteps', 'k', 'means', 'steps']],
    ['best_split', ['bestsplit', 'best', 'split']],
    ['k-means++', ['kmeans++', 'k', 'means', '++']],
    ['C++', ['c++', 'c']],
    ['GPUs', ['gpus', 'gpu']],
    ['HTTPServer', ['httpserver', 'http', 'server']],
    ['Ｋ', ['k']],
    ['arXiv 1712.05877', ['arxiv', '171205877', '05877', '1712']],
    ['用softmax算', ['用', 'softmax', '算']],
  ])('%s has %j', (text, some) => {
    expect(tokensOf(text)).toEqual(expect.arrayContaining(some));
  });

  it('finds no word in signs', () => {
    expect(tokensOf('！？ ++ -- "()"')).toEqual([]);
  });
});

describe('stemOf', () => {
  it.each([
    ['distilled', 'distillation'],
    ['quantization', 'quantised'],
    ['clusters', 'clustering'],
    ['pruned', 'pruning'],
  ])('is the same for %s and %s', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it('leaves identifiers and numbers as they are', () => {
    expect(stemOf('fp16')).toBe('fp16');
    expect(stemOf('蒸馏')).toBe('蒸馏');
  });
});
