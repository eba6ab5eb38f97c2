import type { Code, Heading, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import sharp from 'sharp';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dictionaryOf } from '../../src/i18n/dictionary.ts';
import { interviewTexts } from '../../src/i18n/interview-texts.ts';
import { progressTexts } from '../../src/i18n/progress-texts.ts';
import { builtFiles, readBuilt, readSource } from './support/files.ts';
import {
  attribute,
  base,
  elements,
  readerPages,
  textIn,
} from './support/site.ts';

const pages = readerPages();
const files = new Set(builtFiles('**/*'));
const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);

/** `/en/errata/` → `en/errata.md`, as readers are told. */
const fileOf = (path: string) =>
  ['/', '/en/'].includes(path)
    ? `${path.slice(1)}index.md`
    : `${path.slice(1, -1)}.md`;
const markdown = (path: string) => readBuilt(fileOf(path)).toString('utf8');
const treeOf = (path: string) => parser.parse(markdown(path)) as Root;

function nodesOf<T extends Nodes['type']>(path: string, type: T) {
  const found: Extract<Nodes, { type: T }>[] = [];
  visit(treeOf(path), type, (node) => {
    found.push(node as Extract<Nodes, { type: T }>);
  });
  return found;
}

const textOf = (node: Nodes): string =>
  'children' in node
    ? node.children.map(textOf).join('')
    : 'value' in node
      ? node.value
      : '';
const squeezed = (text: string) => text.replace(/\s+/g, '');

/** Pages with a heading over nothing but what a program shows. */
const WIDGETS = /\/(?:review|progress)\//;

describe('the Markdown of a page', () => {
  it.each(pages)('has its headings, in order: $path', ({ path, tree }) => {
    const [main] = elements(tree).filter(({ tagName }) => tagName === 'main');
    const onPage = elements({ type: 'root', children: main ? [main] : [] })
      .filter(({ tagName }) => /^h[1-6]$/.test(tagName))
      .flatMap(({ tagName, children }) => {
        const [text] = textIn({ type: 'root', children }, 'math');
        return text === undefined ? Number(tagName.slice(1)) : [];
      });
    const written = nodesOf(path, 'heading');
    const ofWidgets = WIDGETS.exec(path) ? 1 : 0;
    expect(written.length).toBeGreaterThanOrEqual(onPage.length - ofWidgets);
    expect(written[0]?.depth).toBe(1);
    expect(written.filter(({ depth }) => depth === 1)).toHaveLength(1);
    expect(written.filter((node) => textOf(node as Heading) === '')).toEqual(
      [],
    );
  });

  it.each(pages)('is text, not elements: $path', ({ path }) => {
    expect(nodesOf(path, 'html').map(({ value }) => value)).toEqual([]);
    expect(markdown(path)).not.toMatch(/<\/?astro-|\[object/);
  });

  it.each(pages)('has something under each heading: $path', ({ path }) => {
    const nodes = treeOf(path).children;
    const bare = nodes.filter((node, i) => {
      const next = nodes[i + 1];
      return (
        node.type === 'heading' &&
        (next === undefined ||
          (next.type === 'heading' && next.depth <= node.depth))
      );
    });
    expect(bare.map(textOf)).toEqual([]);
    const lists = nodesOf(path, 'list');
    expect(lists.filter(({ children }) => children.length === 0)).toEqual([]);
  });

  it.each(['', 'en/'])('begins with the question: /%s', (folder) => {
    const [facts, first] = treeOf(`/${folder}coding/k-means/`).children.slice(
      2,
    );
    expect(facts?.type).toBe('list');
    const { question } = dictionaryOf(folder === '' ? 'zh-CN' : 'en');
    expect(first && textOf(first)).toBe(question);
  });

  it('keeps the names of a term apart', () => {
    expect(markdown('/en/glossary/')).toContain('p50 · p95 · p99');
  });

  it('leaves out what only a program can use', () => {
    const lines = ['interview', 'review', 'progress'].flatMap((slug) =>
      ['/', '/en/'].flatMap((folder) =>
        markdown(`${folder}${slug}/`).split('\n'),
      ),
    );
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(lines).not.toContain(interviewTexts[locale].topics);
      expect(lines).not.toContain(dictionaryOf(locale).reviewKeys);
      expect(lines).not.toContain(progressTexts[locale].daysHelp);
      expect(lines).not.toContain(`- ${progressTexts[locale].read}`);
    }
  });

  it.each(pages)('is named in the head: $path', ({ path, tree }) => {
    const links = elements(tree)
      .filter(({ properties }) => properties['type'] === 'text/markdown')
      .map((link) => new URL(attribute(link, 'href') ?? '', 'https://x.test'));
    expect(links.map(({ pathname }) => pathname)).toEqual([
      `${base}/${fileOf(path)}`,
    ]);
  });

  it('holds the files of its lab to the byte', () => {
    const blocks = nodesOf('/coding/k-means/', 'code').map(
      ({ value }: Code) => value,
    );
    for (const file of ['labs/k-means/main.ts', 'algorithms/src/k-means.ts']) {
      expect(blocks).toContain(readSource(`packages/${file}`).trimEnd());
    }
  });

  it('holds formulas as they were written', () => {
    const source = readSource('src/content/docs/en/coding/k-means.mdx');
    const written = parser.parse(source) as Root;
    const formulas: string[] = [];
    visit(written, ['math', 'inlineMath'], (node) => {
      formulas.push(squeezed((node as { value: string }).value));
    });
    const text = squeezed(markdown('/en/coding/k-means/'));
    expect(formulas.length).toBeGreaterThan(30);
    expect(formulas.filter((formula) => !text.includes(formula))).toEqual([]);
  });

  it('gives numbers of labs, descriptions of figures, sources themselves', () => {
    const text = markdown('/en/coding/k-means/');
    // 8 points, best inertia 6: worked out by hand in the article's errata.
    expect(text).toMatch(/\[Scatter plot of 8 points in 2 clusters/);
    expect(text).toContain('[Lloyd 1982](https://doi.org/10.1109/TIT.1982.');
    expect(text).toContain('iteration 0: labels');
    // 64 inputs × 16 units + 16 units × 10 outputs.
    expect(markdown('/en/concepts/edge-inference/')).toMatch(/1,?184 weights/);
  });

  it('opens what is folded, and says which choice is right', () => {
    const text = markdown('/en/coding/k-means/');
    expect(text.match(/ — Right$/gm)?.length).toBeGreaterThanOrEqual(3);
    expect(text.match(/ — Not quite$/gm)?.length).toBeGreaterThan(5);
  });
});

describe.each(['', 'en/'])('/%sllms.txt', (folder) => {
  const text = readBuilt(`${folder}llms.txt`).toString('utf8');

  it('has the shape of llmstxt.org', () => {
    expect(text).toMatch(/^# .+\n\n> .+\n\n.+\n\n## /);
  });

  it('lists Markdown that exists, all pages of the sidebar', () => {
    const links = Array.from(
      text.matchAll(/^- \[.+?\]\((.+?)\)/gm),
      ([, url = '']) => new URL(url, 'https://x.test').pathname,
    );
    expect(
      links.filter((path) => !files.has(path.slice(base.length + 1))),
    ).toEqual([]);
    const [page] = pages.filter(({ path }) => path === `/${folder}summary/`);
    const sidebar = Array.from(
      (page?.html ?? '').matchAll(
        /<a href="([^"]*)"[^>]*class="[^"]*astro-rm/g,
      ),
      ([, href = '']) => `${base}/${fileOf(href.slice(base.length))}`,
    );
    expect(links).toEqual(expect.arrayContaining(sidebar));
    expect(links.length).toBeGreaterThanOrEqual(12);
  });

  it('comes with all pages in one file', () => {
    const whole = readBuilt(`${folder}llms-full.txt`).toString('utf8');
    for (const { path } of pages) {
      if (path.startsWith('/en/') === (folder === 'en/')) {
        expect(whole).toContain(markdown(path));
      }
    }
  });
});

describe.each(['', 'en/'])('the feed of /%s', (folder) => {
  const xml = readBuilt(`${folder}feed.xml`).toString('utf8');
  const entries = xml.match(/<entry>[\s\S]*?<\/entry>/g) ?? [];
  const one = (text: string, pattern: RegExp) => {
    const found = [...text.matchAll(new RegExp(pattern, 'g'))];
    expect(found, String(pattern)).toHaveLength(1);
    return found[0]?.[1] ?? '';
  };

  it('has what RFC 4287 demands of a feed and of each entry', () => {
    const head = xml.slice(0, xml.indexOf('<entry>'));
    for (const part of [head, ...entries]) {
      expect(one(part, /<id>(urn:uuid:[0-9a-f-]{36})<\/id>/)).not.toBe('');
      expect(one(part, /<title>([^<]+)<\/title>/)).not.toBe('');
      expect(
        Number.isFinite(Date.parse(one(part, /<updated>(.+Z)<\/updated>/))),
      ).toBe(true);
    }
    expect(head).toContain('<author><name>');
    expect(head).toMatch(/<link rel="self"/);
    expect(entries.length).toBeGreaterThan(0);
  });

  it('tells the newest first, each once, nothing of the future', () => {
    const days = entries.map((entry) => one(entry, /<updated>(.+)<\/updated>/));
    expect(days).toEqual(days.toSorted().reverse());
    expect(one(xml.slice(0, xml.indexOf('<entry>')), /<updated>(.+)</)).toBe(
      days[0],
    );
    expect(Date.parse(days[0] ?? '')).toBeLessThanOrEqual(Date.now());
    const ids = [...xml.matchAll(/<id>(.+)<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leads to pages of its language', () => {
    const paths = new Set(pages.map(({ path }) => path));
    for (const entry of entries) {
      const href = one(entry, /<link rel="alternate" [^>]*href="(.+)"/);
      const { pathname } = new URL(href, 'https://x.test');
      expect(paths).toContain(pathname.slice(base.length));
      expect(pathname.slice(base.length).startsWith('/en/')).toBe(
        folder === 'en/',
      );
    }
  });
});

interface Thing {
  '@type': string | string[];
  [key: string]: unknown;
}

interface Card {
  page: string;
  zh: { question: string };
  en: { question: string };
}

describe('structured data', () => {
  const dataOf = (html: string): Thing[] =>
    Array.from(
      html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g),
      ([, json = '']) => JSON.parse(json),
    );
  const cards: Card[] = parse(readSource('src/content/cards.yaml'));
  const lessons = pages.filter(({ html }) =>
    dataOf(html).some((data) => data['@type'].includes('LearningResource')),
  );

  it('stands on every page that teaches, and on the home pages', () => {
    const paths = lessons.map(({ path }) => path.replace(/^\/en\//, '/'));
    expect(paths).toEqual(
      expect.arrayContaining([
        '/introduction/',
        '/concepts/edge-inference/',
        '/coding/k-means/',
        '/errata/',
        '/summary/',
      ]),
    );
    expect(paths).not.toContain('/review/');
    const homes = pages.filter(({ path }) => ['/', '/en/'].includes(path));
    expect(homes.map(({ html }) => dataOf(html)[0]?.['@type'])).toEqual([
      'WebSite',
      'WebSite',
    ]);
  });

  /** The key questions of a page, as `cards.yaml` has them. */
  const cardQuestions = (path: string) => {
    const slug = path.replace(/^\/en\//, '/').slice(1, -1);
    return cards
      .filter(({ page }) => page === slug)
      .map((card) => card[path.startsWith('/en/') ? 'en' : 'zh'].question);
  };

  it.each(lessons)('is whole: $path', ({ path, html, tree }) => {
    const [data, ...rest] = dataOf(html);
    expect(rest).toEqual([]);
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      inLanguage: path.startsWith('/en/') ? 'en' : 'zh-CN',
      name: textIn(tree, 'h1')[0],
      description: expect.stringMatching(/./),
      lastReviewed: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      license: expect.stringMatching(/^https:/),
    });
    const ids = elements(tree).map((element) => attribute(element, 'id'));
    const questions = (data?.['hasPart'] ?? []) as Thing[];
    expect(questions.map(({ name }) => name)).toEqual(cardQuestions(path));
    expect(questions.length).toBeGreaterThanOrEqual(3);
    for (const question of questions) {
      expect(question).toMatchObject({
        '@type': 'Question',
        name: expect.stringMatching(/./),
        acceptedAnswer: {
          '@type': 'Answer',
          text: expect.stringMatching(/./),
        },
      });
      const { url } = question['acceptedAnswer'] as { url: string };
      expect(ids).toContain(url.split('#')[1]);
    }
  });
});

describe('the preview image', () => {
  const imageOf = (page: (typeof pages)[number]) => {
    const [meta] = elements(page.tree).filter(
      ({ properties }) => properties['property'] === 'og:image',
    );
    const url = attribute(meta as never, 'content') ?? '';
    return new URL(url, 'https://x.test').pathname.slice(base.length + 1);
  };

  it.each(pages)('of $path is a picture of 1200 by 630', async (page) => {
    const file = readBuilt(imageOf(page));
    const { format, width, height } = await sharp(file).metadata();
    expect([format, width, height]).toEqual(['png', 1200, 630]);
    // A card without words or without a figure is nearly one colour.
    expect(file.length).toBeGreaterThan(8_000);
    expect(file.length).toBeLessThan(150_000);
  });

  it('is another one for each page', () => {
    const images = pages.map((page) =>
      readBuilt(imageOf(page)).toString('hex'),
    );
    expect(new Set(images).size).toBe(pages.length);
  });
});
