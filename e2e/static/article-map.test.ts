import { describe, expect, it } from 'vitest';
import { mapProblems, type Place, readMap } from './support/article-map.ts';
import { docs } from './support/docs.ts';
import { readSource } from './support/files.ts';
import { attribute, elements, readerPages } from './support/site.ts';

/** Every point that the article makes or asks for, in its order. */
const POINTS = {
  introduction: [
    'bottleneck',
    'lepton',
    'lepton-facts',
    'efficient',
    'low-cost',
    'questions',
    'guide',
  ],
  deployment: [
    'question',
    'performance',
    'real-time',
    'resources',
    'explainability',
    'attacks',
    'leaks',
    'systems',
    'hardware',
    'analysis-aspects',
    'analysis-stable',
  ],
  edge: [
    'question',
    'compression',
    'pruning',
    'quantisation',
    'distillation',
    'frameworks',
    'tensorflow-lite',
    'pytorch-mobile',
    'gpu',
    'dsp',
    'distributed-training',
    'analysis-accuracy',
    'analysis-together',
  ],
  distillation: [
    'question',
    'definition',
    'soft-labels',
    'generalisation',
    'knowledge',
    'size',
    'robustness',
    'analysis-performance',
    'analysis-optimisation',
  ],
  federated: [
    'question',
    'local-training',
    'updates',
    'privacy',
    'leaks',
    'migration',
    'traffic',
    'diversity',
    'generalisation',
    'analysis-privacy',
    'analysis-generalisation',
    'analysis-prospects',
  ],
  network: [
    'question',
    'sigmoid',
    'forward',
    'output-delta',
    'backward',
    'data',
    'parameters',
    'printed',
    'defects',
    'defects-lab',
    'analysis',
    'lab',
  ],
  'k-means': [
    'question',
    'initialise',
    'distance',
    'assign',
    'update',
    'loop',
    'data',
    'printed',
    'defects',
    'defects-lab',
    'analysis-random',
    'analysis-assign',
    'analysis-converge',
    'lab',
  ],
  tree: [
    'question',
    'gini',
    'weights',
    'test-split',
    'split',
    'data',
    'printed',
    'defects',
    'defects-lab',
    'analysis-criterion',
    'analysis-best',
    'analysis-tree',
    'lab',
  ],
  summary: [
    'goal',
    'questions',
    'preparation',
    'answering',
    'projects',
    'following',
    'more',
    'feedback',
  ],
  article: ['programs', 'statements'],
};

const required = Object.entries(POINTS).flatMap(([part, points]) =>
  points.map((point) => `${part}.${point}`),
);

/** Paths of the site with the ids of the headings in their text. */
const headings = new Map(
  readerPages().map(({ path, tree }) => [
    path,
    new Set(
      elements(tree)
        .filter(({ tagName }) => /^h[2-6]$/.test(tagName))
        .flatMap((heading) => attribute(heading, 'id') ?? []),
    ),
  ]),
);

describe('the points of the article', () => {
  const map = readMap(readSource('src/content/article-map.yaml'));

  it('have a page and a heading each, in both languages', () => {
    expect(mapProblems(map, required, headings)).toEqual([]);
  });

  it('use every page of the guide', () => {
    const pages = new Set(docs().map(({ slug }) => slug));
    for (const { page } of Object.values(map)) {
      pages.delete(page);
    }
    const isTool = (slug: string) =>
      /^kind: tool$/m.test(readSource(`src/content/docs/${slug}.mdx`));
    expect([...pages].filter((slug) => !isTool(slug))).toEqual(['index']);
  });
});

describe('the checker', () => {
  const place: Place = { point: 'A', page: 'errata', heading: 'a' };
  const both = new Map([
    ['/errata/', new Set(['a', 'b'])],
    ['/en/errata/', new Set(['a'])],
  ]);

  it('accepts a point that has its place', () => {
    expect(mapProblems({ 'a.b': place }, ['a.b'], both)).toEqual([]);
  });

  it.each([
    ['a point without a row', {}, 'no row'],
    [
      'a row that no point asks for',
      { 'a.b': place, 'a.c': { ...place, point: 'B' } },
      'a.c',
    ],
    ['one text for two points', { 'a.b': place, 'a.c': place }, 'same text'],
    ['a missing page', { 'a.b': { ...place, page: 'x' } }, '/x/'],
    ['a missing heading', { 'a.b': { ...place, heading: 'c' } }, '#c'],
    [
      'a heading in one language',
      { 'a.b': { ...place, heading: 'b' } },
      '/en/errata/',
    ],
    [
      'a row without a heading',
      { 'a.b': { ...place, heading: '' } },
      'heading',
    ],
  ])('reports %s', (_, map, words) => {
    expect(mapProblems(map, ['a.b'], both).join('\n')).toContain(words);
  });

  it('refuses a map that names a point twice', () => {
    const row = 'a.b: {point: A, page: errata, heading: a}\n';
    expect(() => readMap(row + row)).toThrow('unique');
  });
});
