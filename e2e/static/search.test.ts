import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { otherNames } from '../../src/editions/search/other-names.ts';
import {
  type Fit,
  type Hit,
  SearchEngine,
} from '../../src/lib/search/search-engine.ts';
import type { SearchFile } from '../../src/lib/search/search-record.ts';
import { labs, sourceOf } from '../support/site.ts';
import { readBuilt, readSource } from './support/files.ts';
import { searchQueries, unknownQueries } from './support/search-queries.ts';
import { readerPages } from './support/site.ts';

const locales = ['zh-CN', 'en'] as const;
const html = new Map(readerPages().map(({ path, html }) => [path, html]));

/** How much of a query the hits have: all, its like in spelling, or a part. */
const fits: Record<'zh-CN' | 'en', [string, Fit][]> = {
  'zh-CN': [
    ['蒸馏', 'every'],
    ['梯度消失怎么办', 'every'],
    ['backpropogation', 'alike'],
    ['区块链 蒸馏', 'some'],
  ],
  en: [
    ['distillation', 'every'],
    ['gini vs entropy', 'every'],
    ['backpropogation', 'alike'],
    ['distillation blockchain', 'some'],
  ],
};

/** Kilobytes of 1000 bytes, gzip, of what the first search of a reader loads. */
const LIMIT = 330;

describe.each(locales)('the search (%s)', (locale) => {
  const built = readBuilt(`search/${locale}.json`);
  const file: SearchFile = JSON.parse(built.toString('utf8'));
  const folder = locale === 'en' ? '/en/' : '/';
  let engine: SearchEngine;

  beforeAll(async () => {
    engine = await SearchEngine.create(file);
  }, 180_000);

  const paths = (hits: readonly Hit[]) =>
    hits.slice(0, 5).map(({ record }) => record.path);

  it.each(searchQueries[locale])('finds “$query”', (expected) => {
    const { query, page, heading, lab } = expected;
    const found = paths(engine.find(query).hits);
    const first = found[0] ?? '';
    expect(first.split('#')[0], `found: ${found.join(' ')}`).toBe(
      `${folder}${page}/`,
    );
    if (heading !== undefined) {
      expect(first.split('#')[1]).toBe(heading);
    }
    if (lab !== undefined) {
      expect(found).toContainEqual(expect.stringMatching(`#lab-${lab}$`));
    }
  });

  it.each(fits[locale])('says of “%s” that its hits have %s', (query, fit) => {
    const found = engine.find(query);
    expect(found.hits.length).toBeGreaterThan(0);
    expect(found.fit).toBe(fit);
  });

  it('finds a folded question at its section', () => {
    const question =
      locale === 'en' ? 'And missing values?' : '有缺失值怎么办？';
    const [first] = engine.find(question).hits;
    expect(first?.record.title).toBe(question);
    expect(first?.record.path).toBe(
      `${folder}coding/decision-tree/#follow-ups`,
    );
  });

  it('shows formulas as they are read', () => {
    const text = (path: string) =>
      file.records.find((record) => record.path === folder + path)?.text;
    expect(text('coding/neural-network/#output-delta')).toMatch(/L=\(ŷ−y\)²/);
  });

  it('knows each section that has other names', () => {
    const known = new Set(file.records.map(({ path }) => path));
    const lost = Object.keys(otherNames).filter(
      (path) => !known.has(folder + path),
    );
    expect(lost).toEqual([]);
  });

  it.each(unknownQueries[locale])('finds nothing for “%s”', (query) => {
    expect(paths(engine.find(query).hits)).toEqual([]);
  });

  it.each(labs)('leads from each name in the code to the lab $id', (lab) => {
    // Of the tests too: what they declare for themselves.
    const names = lab.tabs.flatMap((tab) =>
      Array.from(
        sourceOf(lab.id, tab).matchAll(
          /^(?:export )?(?:function\*?|const) (\w{3,})/gm,
        ),
        ([, name = '']) => name,
      ),
    );
    expect(names.length).toBeGreaterThan(0);
    const lost = [...new Set(names)].filter(
      (name) =>
        !engine
          .find(name)
          .hits.some(({ record }) =>
            record.path.endsWith(`${lab.slug}/#lab-${lab.id}`),
          ),
    );
    expect(lost, 'Names of the lab that do not lead to it.').toEqual([]);
  });

  it('finds every card by its question, at the heading that explains it', () => {
    const cards: {
      page: string;
      heading: string;
      zh: { question: string };
      en: { question: string };
    }[] = parse(readSource('src/content/cards.yaml'));
    const lost = cards.filter(({ page, heading, ...sides }) => {
      const { question } = locale === 'en' ? sides.en : sides.zh;
      const [first] = engine
        .find(question)
        .hits.filter(({ record }) => record.kind === 'card');
      return first?.record.path !== `${folder}${page}/#${heading}`;
    });
    expect(lost).toEqual([]);
  });

  it('finds every term by each of its names, in both languages', () => {
    const terms: {
      id: string;
      at: string;
      short?: string[];
      zh: { name: string; aliases?: string[] };
      en: { name: string; aliases?: string[] };
    }[] = parse(readSource('src/content/glossary.yaml'));
    const lost = terms.flatMap(({ id, at, short = [], zh, en }) =>
      [zh.name, en.name, ...short, ...(zh.aliases ?? [])].filter((name) => {
        const found = engine.find(name).hits.map(({ record }) => record.path);
        return (
          !found.slice(0, 10).includes(`${folder}glossary/#${id}`) ||
          !found.slice(0, 10).includes(folder + at.replace('#', '/#'))
        );
      }),
    );
    expect(lost).toEqual([]);
  });

  it('finds every reference by its title', () => {
    const references: Record<string, { title: string }> = parse(
      readSource('src/content/references.yaml'),
    );
    const lost = Object.entries(references).filter(([id, { title }]) => {
      const found = engine.find(title).hits.map(({ record }) => record.path);
      return !found.slice(0, 5).includes(`${folder}references/#${id}`);
    });
    expect(lost.map(([id]) => id)).toEqual([]);
  });

  it('leads nowhere that does not exist', () => {
    const lost = file.records.filter(({ path }) => {
      const [page = '', id] = path.split('#');
      const text = html.get(page);
      return (
        text === undefined || (id !== undefined && !text.includes(`id="${id}"`))
      );
    });
    expect(lost.map(({ path }) => path)).toEqual([]);
  });

  it.each(['', ' ', '？！', '"()*"', '\ud800'])(
    'finds nothing for %j, without an error',
    (query) => {
      expect(engine.find(query).hits).toEqual([]);
    },
  );

  it('loads little', () => {
    expect(gzipSync(built).length / 1000).toBeLessThanOrEqual(LIMIT);
  });
});

it('asks at least 40 queries, some in each language', () => {
  for (const locale of locales) {
    const queries = searchQueries[locale].map(({ query }) => query);
    expect(new Set(queries).size).toBe(queries.length);
    expect(queries.length).toBeGreaterThanOrEqual(40);
  }
});
