import type { Element, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import { docs, sitePathOf } from './support/docs.ts';
import { readSource } from './support/files.ts';
import { readBibliography } from './support/references.ts';
import {
  attribute,
  base,
  elements,
  readerPages,
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
        expect(sectionOf(page, heading), `${id}: ${href}`).toContain(
          `href="#ref-${id}"`,
        );
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(bibliography.length);
  });
});
