import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sitePathOf } from './support/docs.ts';
import { filesMatching, readBuilt, readSource } from './support/files.ts';
import { base, readerPages } from './support/site.ts';

interface Card {
  id: string;
  page: string;
  heading: string;
  zh: { question: string; answer: string };
  en: { question: string; answer: string };
  sources?: string[];
  lab?: string;
  derived?: true;
}

// Reading all pages takes long: not within the time of one test.
const html = new Map(readerPages().map(({ path, html }) => [path, html]));
const cards: Card[] = parse(readSource('src/content/cards.yaml'));
const locales = ['zh-CN', 'en'] as const;
/** The latest day that a page was verified or a change was told. */
const lastChange = Math.max(
  ...filesMatching('src/content/docs/**/*.{md,mdx}')
    .map((path) => /^verified: (\S+)/m.exec(readSource(path))?.[1] ?? '')
    .map(Date.parse),
  ...parse(readSource('src/content/changes.yaml')).map(
    ({ date }: { date: string }) => Date.parse(date),
  ),
);
const file = (locale: string, format: string) =>
  readBuilt(`cards/ai-infrastructure.${locale}.${format}`);

describe('the cards', () => {
  it('are at least 80, each with an id of its own, and some for each page', () => {
    expect(cards.length).toBeGreaterThanOrEqual(80);
    expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
    expect(new Set(cards.map(({ page }) => page)).size).toBe(10);
  });

  it('name a heading that exists in both languages', () => {
    const lost = cards.flatMap(({ id, page, heading }) =>
      [false, true]
        .filter((isEnglish) => {
          const text = html.get(sitePathOf(page, isEnglish)) ?? '';
          return !new RegExp(`<h[2-6] id="${heading}"`).test(text);
        })
        .map((isEnglish) => `${id} (${isEnglish ? 'en' : 'zh'}): #${heading}`),
    );
    expect(lost, 'Mend `page` or `heading` of these cards.').toEqual([]);
  });

  it('cite only what the page cites as well', () => {
    const strangers = cards.flatMap(({ id, page, sources = [] }) => {
      const text = readSource(`src/content/docs/${page}.mdx`);
      return sources
        .filter((source) => !text.includes(`<Cite id="${source}" />`))
        .map((source) => `${id}: ${source}`);
    });
    expect(strangers, 'Cite it on the page, or not on the card.').toEqual([]);
  });

  it('name a source each: a reference, a lab of the page, or the section', () => {
    const bare = cards.filter(
      ({ sources, lab, derived }) => !sources?.length && !lab && !derived,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
    const strangers = cards.filter(
      ({ page, lab }) =>
        lab !== undefined &&
        !readSource(`src/content/docs/${page}.mdx`).includes(
          `<Playground lab="${lab}" />`,
        ),
    );
    expect(strangers.map(({ id, lab }) => `${id}: ${lab}`)).toEqual([]);
  });

  it.each([
    ['/review/', '依据：'],
    ['/en/review/', 'Source:'],
  ])('show their source with the answer (%s)', (path, label) => {
    const answers = (html.get(path) ?? '').split('data-answer').slice(1);
    expect(answers).toHaveLength(cards.length);
    for (const [index, answer] of answers.entries()) {
      const card = cards[index] as Card;
      const links = answer.split('</p>')[1] ?? '';
      const [, shown = ''] = links.split(label);
      expect(shown.match(/<a |<span(?: [^>]*)?>/g) ?? [], card.id).toHaveLength(
        (card.sources?.length ?? 0) +
          Number(card.lab !== undefined) +
          Number(card.derived === true),
      );
    }
  });

  it('are written in their language', () => {
    const han = /\p{Script=Han}/u;
    expect(
      cards.filter(
        ({ zh, en }) =>
          !han.test(zh.question) ||
          !han.test(zh.answer) ||
          han.test(en.question + en.answer),
      ),
    ).toEqual([]);
  });
});

describe.each(locales)('the files to take away (%s)', (locale) => {
  const side = locale === 'en' ? 'en' : 'zh';

  it('hold every card as CSV', () => {
    const text = file(locale, 'csv').toString('utf8');
    expect(text.charCodeAt(0), 'Excel needs the mark').toBe(0xfeff);
    const { data, errors } = Papa.parse<Record<string, string>>(text.trim(), {
      header: true,
    });
    expect(errors).toEqual([]);
    expect(
      data.map(({ id, question, answer }) => [id, question, answer]),
    ).toEqual(
      cards.map((card) => [card.id, card[side].question, card[side].answer]),
    );
    for (const [index, { link, source }] of data.entries()) {
      const { id, page, heading } = cards[index] as Card;
      expect(new URL(link ?? '', 'https://x.org').pathname, id).toBe(
        base + sitePathOf(page, locale === 'en'),
      );
      expect(link, id).toMatch(new RegExp(`#${heading}$`));
      expect(source, id).not.toBe('');
    }
  });

  it('hold every card as an Anki collection that another SQLite reads', () => {
    const unpacked = unzipSync(new Uint8Array(file(locale, 'apkg')));
    expect(Object.keys(unpacked).sort()).toEqual(['collection.anki2', 'media']);
    const folder = mkdtempSync(join(tmpdir(), 'guide-apkg-'));
    try {
      const database = join(folder, 'collection.anki2');
      writeFileSync(database, unpacked['collection.anki2'] as Uint8Array);
      const read = JSON.parse(
        execFileSync('python3', ['-c', READ_COLLECTION, database], {
          encoding: 'utf8',
        }),
      );
      expect(read.check).toBe('ok');
      expect(read.version).toBe(11);
      expect(read.orphans).toBe(0);
      expect(read.decks).toHaveLength(2);
      expect(read.models).toEqual([['Front', 'Back', 'Page', 'Source']]);
      expect(
        read.notes.map(([guid, mod, front]: unknown[]) => [guid, mod, front]),
      ).toEqual(
        cards.map((card) => [
          `${card.id}.${locale}`,
          lastChange / 1000,
          escaped(card[side].question),
        ]),
      );
      for (const [guid, , , , page, source] of read.notes) {
        const { heading } = cards.find(
          ({ id }) => `${id}.${locale}` === guid,
        ) as Card;
        expect(page, guid).toContain(`#${heading}`);
        expect(source, guid).not.toBe('');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const READ_COLLECTION = `
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
col = db.execute('SELECT ver, decks, models FROM col').fetchone()
models = json.loads(col[2])
orphans = db.execute('''SELECT count(*) FROM cards WHERE
  nid NOT IN (SELECT id FROM notes) OR did NOT IN (%s)'''
  % ','.join(json.loads(col[1]))).fetchone()[0]
orphans += db.execute('''SELECT count(*) FROM notes WHERE
  id NOT IN (SELECT nid FROM cards) OR mid NOT IN (%s)'''
  % ','.join(models)).fetchone()[0]
print(json.dumps({
  'check': db.execute('PRAGMA integrity_check').fetchone()[0],
  'version': col[0],
  'decks': list(json.loads(col[1])),
  'models': [[f['name'] for f in m['flds']] for m in models.values()],
  'orphans': orphans,
  'notes': [[guid, mod, *flds.split('\\x1f')] for guid, mod, flds in
    db.execute('SELECT guid, mod, flds FROM notes ORDER BY id')],
}))
`;
