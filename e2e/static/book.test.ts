import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { bookOf } from '../../scripts/book/book.ts';
import { epubPlaces, writeEpub } from '../../scripts/book/epub.ts';
import { pdfPlaces } from '../../scripts/book/pdf.ts';
import { attribute, find, findTag } from '../../src/editions/hast.ts';
import { readPages } from '../../src/editions/pages.ts';
import { locales } from '../../src/i18n/locales.ts';

const pages = await readPages(
  fileURLToPath(new URL('../../dist/', import.meta.url)),
);
const options = { base: process.env['BASE_PATH'] ?? '/', site: undefined };
/** What the elements of MathML have in them: base and scripts. */
const PARTS: Record<string, number> = {
  mfrac: 2,
  mroot: 2,
  mover: 2,
  msub: 2,
  msubsup: 3,
  msup: 2,
  munder: 2,
  munderover: 3,
};

describe.each(locales)('the book in %s', async (locale) => {
  const book = bookOf(pages, locale, options, pdfPlaces);
  const elements = book.chapters.flatMap(({ content }) =>
    find(content, () => true),
  );

  it('has the chapters of the guide, in order, and no tools', () => {
    const ids = book.chapters.map(({ id }) => id);
    expect(ids).toEqual(
      expect.arrayContaining(['introduction', 'k-means', 'errata', 'summary']),
    );
    expect(ids[0]).toBe('introduction');
    expect(ids.indexOf('model-deployment')).toBeLessThan(
      ids.indexOf('neural-network'),
    );
    expect(ids).not.toContain('review');
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leads its links to places that it has', () => {
    const ids = [
      ...book.chapters.map(({ id }) => id),
      ...elements.map((element) => attribute(element, 'id')).filter(Boolean),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.filter(({ tagName }) => tagName === 'a');
    const inside = links
      .map((link) => attribute(link, 'href'))
      .filter((href) => !/^https?:/.test(href));
    expect(inside.length).toBeGreaterThan(100);
    expect(
      inside.filter((href) => !ids.includes(href.replace(/^#/, ''))),
    ).toEqual([]);
  });

  it('has figures, code, formulas and references', () => {
    const count = (tagName: string) =>
      elements.filter((element) => element.tagName === tagName).length;
    expect(count('svg')).toBeGreaterThan(20);
    expect(count('pre')).toBeGreaterThan(60);
    expect(count('math')).toBeGreaterThan(400);
    expect(
      elements.filter((element) => attribute(element, 'id').includes('--ref-'))
        .length,
    ).toBeGreaterThan(60);
    expect(count('button') + count('script') + count('iframe')).toBe(0);
  });

  it('has valid formulas', () => {
    const wrong = elements.filter(
      ({ tagName, children }) =>
        PARTS[tagName] !== undefined &&
        children.filter(({ type }) => type === 'element').length !==
          PARTS[tagName],
    );
    expect(wrong.map(describeElement)).toEqual([]);
  });

  it('is an EPUB of the same bytes each time', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'book-'));
    const forReaders = bookOf(pages, locale, options, epubPlaces);
    const cover = new Uint8Array([1, 2, 3]);
    const write = async (name: string) => {
      await writeEpub(forReaders, cover, join(folder, name));
      return readFile(join(folder, name));
    };
    const bytes = await write('a.epub');
    expect(bytes.equals(await write('b.epub'))).toBe(true);
    // OCF 4.3: the first file tells the format, neither compressed nor hidden.
    expect(bytes.subarray(30, 58).toString()).toBe(
      'mimetypeapplication/epub+zip',
    );
    const files = unzipSync(bytes);
    const documents = Object.keys(files).filter((name) =>
      /\.(xhtml|opf|xml)$/.test(name),
    );
    expect(documents).toHaveLength(book.chapters.length + 3);
    for (const name of documents) {
      // Throws at what is not well-formed.
      expect(
        fromXml(strFromU8(files[name] as Uint8Array)).children,
      ).not.toEqual([]);
    }
    const [list] = [strFromU8(files['book/book.opf'] as Uint8Array)];
    for (const { id, content } of forReaders.chapters) {
      const item = list?.match(new RegExp(`<item id="${id}".*`))?.[0] ?? '';
      expect(item.includes('svg')).toBe(findTag(content, 'svg').length > 0);
      expect(item.includes('mathml')).toBe(findTag(content, 'math').length > 0);
    }
  });
});

function describeElement(element: Element): string {
  const children = element.children.map((child) =>
    child.type === 'element' ? child.tagName : child.type,
  );
  return `${element.tagName}: ${children.join(' ')}`;
}
