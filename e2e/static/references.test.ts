import { describe, expect, it } from 'vitest';
import { docs } from './support/docs.ts';
import { readSource } from './support/files.ts';
import {
  citationProblems,
  type Entry,
  entryProblems,
  readBibliography,
  uncitedProblems,
} from './support/references.ts';
import { attribute, elements, readerPages, textOf } from './support/site.ts';

const entries = readBibliography(readSource('src/content/references.yaml'));
const pages = docs();

const listedBy = ({ frontmatter }: (typeof pages)[number]) =>
  (frontmatter['references'] ?? []) as string[];

describe('the references', () => {
  it('are well-formed and stand there once', () => {
    expect(entryProblems(entries)).toEqual([]);
  });

  it.each(pages)('of $path are those that it cites', (page) => {
    expect(
      citationProblems(page.path, listedBy(page), page.cites, entries),
    ).toEqual([]);
  });

  it('are all cited', () => {
    const cited = new Set(pages.flatMap(({ cites }) => cites));
    expect(uncitedProblems(entries, cited)).toEqual([]);
  });
});

describe('a source as readers see it', () => {
  const built = readerPages().flatMap(({ path, tree }) =>
    elements(tree)
      .filter(
        (element) =>
          attribute(element, 'class')?.includes('source-detail') ||
          (path.endsWith('/references/') && element.tagName === 'p'),
      )
      .map((element) => `${path}: ${textOf(element)}`),
  );

  it('names one year, or says what the other one is', () => {
    expect(built.filter((text) => /\d{4}, \d{4}\b/.test(text))).toEqual([]);
    const twice = built.filter((text) =>
      text.includes('ICLR 2024 (arXiv 2023)'),
    );
    expect(twice.some((text) => text.startsWith('/en/'))).toBe(true);
    expect(twice.some((text) => !text.startsWith('/en/'))).toBe(true);
  });

  it('has an arXiv id where its venue names another year', () => {
    const strange = Object.entries(entries).filter(
      ([, { venue = '', year, arxiv }]) =>
        /\b(19|20)\d\d\b/.test(venue) &&
        !venue.includes(String(year)) &&
        arxiv === undefined,
    );
    expect(strange.map(([id]) => id)).toEqual([]);
  });
});

describe('the checker', () => {
  const entry: Entry = {
    title: 'Distilling the Knowledge in a Neural Network',
    url: 'https://arxiv.org/abs/1503.02531',
    year: 2015,
    arxiv: '1503.02531',
    checked: '2026-11-23',
  };
  const problems = (change: Partial<Entry>) =>
    entryProblems({ a: { ...entry, ...change } }, '2026-11-23');

  it('accepts a good entry', () => {
    expect(problems({})).toEqual([]);
  });

  it.each<[string, Partial<Entry>]>([
    ['an id that differs from the address', { arxiv: '1503.02532' }],
    ['an address elsewhere', { url: 'https://example.org/1503.02531' }],
    ['a year before the paper', { year: 2014 }],
    ['a year long after the paper', { year: 2019 }],
    ['a check in the future', { checked: '2026-11-24' }],
    ['a check on no day', { checked: 'today' }],
  ])('reports %s', (_, change) => {
    expect(problems(change)).toHaveLength(1);
  });

  it('reports an arXiv address without its id', () => {
    const { arxiv, ...rest } = entry;
    expect(arxiv).toBeDefined();
    expect(entryProblems({ a: rest })).toHaveLength(1);
  });

  it('reports one source under two ids', () => {
    const other = {
      title: 'distilling the knowledge in a neural network.',
      url: 'https://example.org/',
      year: 2015,
      checked: '2026-11-23',
    };
    expect(entryProblems({ a: entry, b: other })[0]).toContain("'b' and 'a'");
  });

  it('refuses an id that stands there twice', () => {
    expect(() => readBibliography('a: {}\na: {}')).toThrow('unique');
  });

  it('reports an unknown citation, a missing and a wrong order', () => {
    const known = { a: entry, b: entry };
    const of = (listed: string[], cites: string[]) =>
      citationProblems('p', listed, cites, known);
    expect(of(['a', 'b'], ['a', 'b', 'a'])).toEqual([]);
    expect(of(['a', 'c'], ['a', 'c'])).toHaveLength(1);
    expect(of(['a'], ['a', 'b'])).toHaveLength(1);
    expect(of(['a', 'b'], ['a'])).toHaveLength(1);
    expect(of(['a', 'b'], ['b', 'a'])).toHaveLength(1);
  });

  it('reports an entry that nobody cites', () => {
    expect(uncitedProblems({ a: entry, b: entry }, new Set(['a']))).toEqual([
      expect.stringContaining("'b'"),
    ]);
  });
});
