import { describe, expect, it } from 'vitest';
import { dictionaryOf } from './dictionary';
import { fill } from './fill';

describe('fill', () => {
  it('puts values into the places of their names, and leaves other braces', () => {
    const values = { n: 2, name: 'x{n}' };
    expect(fill('{n} {name} {other} {}', values)).toBe('2 x{n} {other} {}');
  });

  it('chooses the words that go with a number', () => {
    const text = '{n} {n:result is|results are} here';
    expect(fill(text, { n: 1 })).toBe('1 result is here');
    for (const n of [0, 2, 1.5, 21]) {
      expect(fill(text, { n })).toBe(`${n} results are here`);
    }
    expect(fill('{n:|all }{n}', { n: 1 })).toBe('1');
    expect(fill('{n:|all }{n}', { n: 3 })).toBe('all 3');
  });
});

/** One, and after it, or after one more word, a word that is no singular. */
const PLURAL =
  /\b1 (?:are\b|were\b|(?:[a-z]+ )?(?!(?:ms|has|is|was)\b)[a-z]+s\b)/;

/** Every text of a module or dictionary, by where it stands. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') {
    return [[path, value]];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) =>
        textsOf(each, `${path}.${key}`),
      )
    : [];
}

describe('the English texts', () => {
  const files = import.meta.glob(['./*-texts.ts', '../**/*-texts.ts'], {
    eager: true,
  });
  const texts = [
    ...textsOf(dictionaryOf('en'), 'dictionary.en'),
    ...Object.entries(files).flatMap(([file, all]) => textsOf(all, file)),
  ].filter(([path]) => path.includes('.en'));

  it('are read from every file', () => {
    expect(texts.length).toBeGreaterThan(300);
    expect(texts.map(([, text]) => text)).toContain('Begin the interview');
  });

  it('speak of one thing in the singular', () => {
    const wrong = texts.flatMap(([path, text]) => {
      const values = Array.from(text.matchAll(/\{(\w+)/g), ([, name = '']) => [
        name,
        // Limits are large.
        /limit|value/.test(name) ? 99 : 1,
      ]);
      const filled = fill(text, Object.fromEntries(values));
      return PLURAL.test(filled) ? [`${path}: ${filled}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
