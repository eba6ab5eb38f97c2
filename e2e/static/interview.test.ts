import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sitePathOf } from './support/docs.ts';
import { readBuilt, readSource } from './support/files.ts';
import { base, readerPages } from './support/site.ts';

interface Place {
  href: string;
}

interface Question {
  id: string;
  page: string;
  level: number;
  lab?: string;
  question: string;
  points: (Place & { text: string })[];
  followUps: Record<string, (Place & { question: string; answer: string })[]>;
}

const html = new Map(readerPages().map(({ path, html }) => [path, html]));
const bank = (file: string): Question[] =>
  JSON.parse(readBuilt(file).toString('utf8')).questions;
const banks = { zh: bank('interview.json'), en: bank('en/interview.json') };
const source: { id: string }[] = parse(
  readSource('src/content/interview.yaml'),
);
const PAGES = [
  'introduction',
  'concepts/model-deployment',
  'concepts/edge-inference',
  'concepts/knowledge-distillation',
  'concepts/federated-learning',
  'coding/neural-network',
  'coding/k-means',
  'coding/decision-tree',
];

describe('the questions of the mock interview', () => {
  it('are at least 40 to talk about, on each page, of each level', () => {
    const talk = banks.zh.filter(({ lab }) => lab === undefined);
    expect(talk.length).toBeGreaterThanOrEqual(40);
    for (const page of PAGES) {
      const levels = talk.filter((q) => q.page === page).map((q) => q.level);
      expect([...new Set(levels)].sort(), page).toEqual([1, 2, 3]);
    }
    expect(new Set(banks.zh.map(({ page }) => page))).toEqual(new Set(PAGES));
  });

  it('are the same in both languages, each with an id of its own', () => {
    const ids = source.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(banks.zh.map(({ id }) => id)).toEqual(ids);
    expect(banks.en.map(({ id }) => id)).toEqual(ids);
  });

  it('have three to six points, and one or two follow-ups a grade', () => {
    for (const { id, points, followUps } of banks.en) {
      expect(points.length, id).toBeGreaterThanOrEqual(3);
      expect(points.length, id).toBeLessThanOrEqual(6);
      for (const kind of ['weak', 'fair', 'strong']) {
        expect([1, 2], id).toContain(followUps[kind]?.length);
      }
    }
  });

  it.each(['zh', 'en'] as const)('lead to headings that exist (%s)', (side) => {
    const lost = banks[side].flatMap(({ id, points, followUps }) =>
      [...points, ...Object.values(followUps).flat()]
        .filter(({ href }) => {
          const [path = '', heading] = href.slice(base.length).split('#');
          return !new RegExp(`<h[2-6] id="${heading}"`).test(
            html.get(path) ?? '',
          );
        })
        .map(({ href }) => `${id}: ${href}`),
    );
    expect(lost, 'Mend `page` or `heading` in interview.yaml.').toEqual([]);
    const isEnglish = side === 'en';
    const first = sitePathOf('introduction', isEnglish);
    expect(banks[side][0]?.points[0]?.href).toContain(base + first);
  });

  it('are written in their language', () => {
    const han = /\p{Script=Han}/u;
    const textsOf = ({ question, points, followUps }: Question) => [
      question,
      ...points.map(({ text }) => text),
      ...Object.values(followUps)
        .flat()
        .flatMap((followUp) => [followUp.question, followUp.answer]),
    ];
    expect(banks.en.flatMap(textsOf).filter((text) => han.test(text))).toEqual(
      [],
    );
    const foreign = banks.zh.filter(
      ({ question, points }) =>
        !han.test(question) || points.every(({ text }) => !han.test(text)),
    );
    expect(foreign).toEqual([]);
  });
});
