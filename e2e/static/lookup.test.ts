import type { Element, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { docs, sitePathOf } from './support/docs.ts';
import { readBuilt, readSource } from './support/files.ts';
import { readBibliography } from './support/references.ts';
import {
  attribute,
  base,
  elements,
  readerPages,
  textIn,
  textOf,
} from './support/site.ts';

const pages = new Map(readerPages().map((page) => [page.path, page]));
const sources = docs();
const bibliography = Object.entries(
  readBibliography(readSource('src/content/references.yaml')),
);

const treeOf = (path: string): Root =>
  pages.get(path)?.tree ?? { type: 'root', children: [] };
const linksIn = (element: Element) =>
  elements({ type: 'root', children: [element] })
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => attribute(link, 'href') ?? '');
const entriesOn = (path: string) =>
  new Map(
    elements(treeOf(path))
      .filter(({ properties }) => 'dataEntry' in properties)
      .map((element) => [attribute(element, 'id') ?? '', element]),
  );

/** The part of a page from a heading to the next that has an id. */
function sectionOf(path: string, id: string): string | undefined {
  const html = pages.get(path)?.html ?? '';
  const [, section] = html.split(new RegExp(`<h[2-6] id="${id}"`));
  return section?.split(/<h[2-6] id="/)[0];
}

interface Side {
  name: string;
  aliases?: string[];
  text: string;
}

interface Term {
  id: string;
  at: string;
  only?: string[];
  short?: string[];
  source?: string;
  zh: Side;
  en: Side;
}

const terms: Term[] = parse(readSource('src/content/glossary.yaml'));

describe.each([false, true])('the references (English: %s)', (isEnglish) => {
  const path = sitePathOf('references', isEnglish);
  const entries = entriesOn(path);

  it('are all there, once, with address and day of the check', () => {
    expect([...entries.keys()].sort()).toEqual(
      bibliography.map(([id]) => id).sort(),
    );
    for (const [id, { url, title, checked }] of bibliography) {
      const entry = entries.get(id) as Element;
      expect(linksIn(entry)[0], id).toBe(url);
      expect(textOf(entry), id).toContain(title);
      expect(textOf(entry), id).toContain(checked.toString().slice(0, 10));
    }
  });

  it('lead back to every page that cites them, and to no other', () => {
    for (const [id] of bibliography) {
      const [, ...back] = linksIn(entries.get(id) as Element);
      const named = back
        .filter((href) => !href.includes('#'))
        .map((href) => href.slice(base.length));
      const citing = sources
        .filter((doc) => doc.isEnglish === isEnglish && doc.cites.includes(id))
        .map(({ slug }) => sitePathOf(slug, isEnglish));
      if (terms.some(({ source }) => source === id)) {
        citing.push(sitePathOf('glossary', isEnglish));
      }
      expect(named.sort(), id).toEqual(citing.sort());
    }
  });

  it('lead to sections that cite them', () => {
    let count = 0;
    for (const [id] of bibliography) {
      const places = linksIn(entries.get(id) as Element)
        .slice(1)
        .filter((href) => href.includes('#'));
      for (const href of places) {
        const [page = '', heading = ''] = href.slice(base.length).split('#');
        const term = terms.find((each) => each.id === heading);
        if (page === sitePathOf('glossary', isEnglish)) {
          expect(term?.source, href).toBe(id);
          expect(entriesOn(page).has(heading), href).toBe(true);
        } else {
          expect(sectionOf(page, heading), `${id}: ${href}`).toContain(
            `href="#ref-${id}"`,
          );
        }
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(bibliography.length);
  });
});

const hasClass = ({ properties }: Element, name: string) =>
  [properties['className']].flat().includes(name);
const termLinksOn = (path: string) =>
  elements(treeOf(path)).filter((element) => hasClass(element, 'term'));

describe('the terms of the glossary', () => {
  it('are at least 80, each with an id and names of its own', () => {
    expect(terms.length).toBeGreaterThanOrEqual(80);
    const twice = (names: string[]) =>
      names.filter((name, i) => names.indexOf(name) !== i);
    expect(twice(terms.map(({ id }) => id))).toEqual([]);
    for (const side of ['zh', 'en'] as const) {
      const names = terms.flatMap(({ short = [], [side]: own }) => [
        ...new Set(
          [own.name, ...(own.aliases ?? []), ...short].map((name) =>
            name.toLowerCase(),
          ),
        ),
      ]);
      expect(twice(names), 'One name has one meaning.').toEqual([]);
    }
  });

  it('are defined in their language, in a sentence or three', () => {
    const han = /\p{Script=Han}/u;
    for (const { id, zh, en } of terms) {
      expect(han.test(zh.text), id).toBe(true);
      expect(han.test(en.name + en.text), id).toBe(false);
      expect(zh.text, id).toMatch(/。$/);
      expect(en.text, id).toMatch(/[.]$/);
      expect(en.text.split(/[.] /).length, id).toBeLessThanOrEqual(3);
      expect(zh.text, `${id}: 你, full-width signs`).not.toMatch(/您|[,;!?]/);
    }
  });

  it('name pages that exist where their names are limited to some', () => {
    const slugs = new Set(sources.map(({ slug }) => slug));
    expect(
      terms.flatMap(({ only = [] }) => only.filter((page) => !slugs.has(page))),
    ).toEqual([]);
  });
});

describe.each([false, true])('the glossary (English: %s)', (isEnglish) => {
  const path = sitePathOf('glossary', isEnglish);
  const side = isEnglish ? 'en' : 'zh';
  const entries = entriesOn(path);

  it('has every term with both names, definition, section and source', () => {
    expect([...entries.keys()].sort()).toEqual(
      terms.map(({ id }) => id).sort(),
    );
    for (const { id, zh, en, at, source, short = [], ...rest } of terms) {
      const entry = entries.get(id) as Element;
      const { [side]: own } = { zh, en, ...rest };
      for (const part of [zh.name, en.name, own.text, ...short]) {
        expect(textOf(entry), id).toContain(part);
      }
      const [slug = '', heading = ''] = at.split('#');
      const page = sitePathOf(slug, isEnglish);
      expect(linksIn(entry), id).toContain(`${base}${page}#${heading}`);
      expect(
        sectionOf(page, heading),
        `${id}: ${page}#${heading}`,
      ).toBeDefined();
      const references = `${base}${sitePathOf('references', isEnglish)}#`;
      expect(
        linksIn(entry).filter((href) => href.startsWith(references)),
        id,
      ).toEqual(source === undefined ? [] : [references + source]);
    }
  });

  it('stands in the order of its initials', () => {
    const letters = textIn(treeOf(path), 'h2').filter(
      (text) => text.trim().length === 1,
    );
    expect(letters.length).toBeGreaterThan(15);
    expect(letters).toEqual(letters.toSorted());
    const initialOf = (id: string) =>
      pages
        .get(path)
        ?.html.split(`id="${id}"`)[0]
        ?.match(/id="letter-(.)"/g)
        ?.at(-1)
        ?.charAt(11);
    // By hand: 量化 liàng, 校准 jiào, KV缓存 by its letter.
    const expected = isEnglish
      ? { quantisation: 'Q', calibration: 'C', 'kv-cache': 'K' }
      : { quantisation: 'L', calibration: 'J', 'kv-cache': 'K', ptq: 'X' };
    for (const [id, letter] of Object.entries(expected)) {
      expect(initialOf(id), id).toBe(letter);
    }
  });

  it('is linked from pages, each term once, to its own entry', () => {
    const own = [...pages.keys()].filter(
      (page) => page.startsWith('/en/') === isEnglish,
    );
    const linked = new Set<string>();
    for (const page of own) {
      const links = termLinksOn(page).map(
        (link) => attribute(link, 'href') ?? '',
      );
      expect(new Set(links).size, page).toBe(links.length);
      for (const href of links) {
        expect(href.startsWith(`${base}${path}#`), href).toBe(true);
        linked.add(href.split('#')[1] ?? '');
      }
    }
    expect(linked.size).toBeGreaterThanOrEqual(70);
    expect([...linked].filter((id) => !entries.has(id))).toEqual([]);
    expect(termLinksOn(path)).toEqual([]);
  });

  it('is not linked from headings, code, formulas, links, quiz answers', () => {
    const within = /^(a|h[1-6]|code|pre|math|svg)$/;
    let count = 0;
    for (const [page, { tree }] of pages) {
      for (const element of elements(tree)) {
        if (
          (within.test(element.tagName) && !hasClass(element, 'term')) ||
          hasClass(element, 'self-check') ||
          hasClass(element, 'katex')
        ) {
          count += 1;
          const inside = elements({ type: 'root', children: [element] });
          expect(
            inside.filter((each) => hasClass(each, 'term')).map(textOf),
            page,
          ).toEqual([]);
        }
      }
    }
    expect(count).toBeGreaterThan(1000);
  });

  it('fills the cards from a file of its language', () => {
    const file = `glossary/${isEnglish ? 'en' : 'zh-CN'}.json`;
    const facts: Record<string, { text: string; href: string }> = JSON.parse(
      readBuilt(file).toString('utf8'),
    );
    expect(Object.keys(facts).sort()).toEqual([...entries.keys()].sort());
    for (const { id, [side]: own } of terms) {
      expect(facts[id]?.text).toBe(own.text);
    }
  });

  it('leaves no links in the Markdown of pages', () => {
    const text = readBuilt(`${isEnglish ? 'en/' : ''}introduction.md`);
    expect(text.toString('utf8')).not.toContain('glossary/#');
    expect(text.toString('utf8')).toContain(isEnglish ? 'KV cache' : 'KV缓存');
  });
});
