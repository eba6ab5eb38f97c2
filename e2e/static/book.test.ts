import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { fromXml } from 'xast-util-from-xml';
import { bookOf } from '../../scripts/book/book.ts';
import { epubPlaces, writeEpub } from '../../scripts/book/epub.ts';
import { pageNumbers } from '../../scripts/book/page-numbers.ts';
import { pdfPlaces } from '../../scripts/book/pdf.ts';
import { attribute, find, findTag, textOf } from '../../src/editions/hast.ts';
import { readPages } from '../../src/editions/pages.ts';
import { dictionaryOf } from '../../src/i18n/dictionary.ts';
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

  it('says once what kind of chapter it is', () => {
    const [chapter] = book.chapters.filter(({ id }) => id === 'k-means');
    const { codingKind } = dictionaryOf(locale);
    expect(chapter?.eyebrow).toBe(codingKind);
    const lines = chapter ? find(chapter.content, () => true) : [];
    expect(lines.map(textOf).filter((text) => text === codingKind)).toEqual([]);
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

  it('lists parts, chapters and sections for the reader of the EPUB', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'book-'));
    const path = join(folder, 'book.epub');
    const forReaders = bookOf(pages, locale, options, epubPlaces);
    await writeEpub(forReaders, new Uint8Array([1]), path);
    const files = unzipSync(await readFile(path));
    const text = (name: string) =>
      strFromU8(files[`book/${name}`] as Uint8Array);
    const items = findTag(fromHtml(text('nav.xhtml')), 'li');
    const hrefs = (item: Element) =>
      findTag(item, 'a').map((link) => attribute(link, 'href'));

    const [chapter] = items.filter(
      (item) => hrefs(item)[0] === 'k-means.xhtml',
    );
    expect(chapter && hrefs(chapter)).toEqual(
      expect.arrayContaining(['k-means.xhtml', 'k-means.xhtml#derivation']),
    );
    const parts = items.filter(
      ({ children: [first] }) =>
        first?.type === 'element' && first.tagName === 'span',
    );
    const chapters = parts.map((part) =>
      hrefs(part).filter((href) => !href.includes('#')),
    );
    expect(chapters).toContainEqual([
      'neural-network.xhtml',
      'k-means.xhtml',
      'decision-tree.xhtml',
    ]);
    const places = items.flatMap((item) => hrefs(item).slice(0, 1));
    const missing = places.filter((href) => {
      const [file = '', id] = href.split('#');
      return id !== undefined && !text(file).includes(` id="${id}"`);
    });
    expect(missing).toEqual([]);
  });
});

describe('page numbers', () => {
  it('follow the order of the tree of pages, not of the file', () => {
    const pdf = [
      '%PDF-1.4',
      '2 0 obj\n<</Type /Page\n/Parent 9 0 R>>\nendobj',
      '4 0 obj\n<</Type /Page\n/Parent 8 0 R>>\nendobj',
      '6 0 obj\n<</Type /Page\n/Parent 8 0 R>>\nendobj',
      '8 0 obj\n<</Type /Pages\n/Count 2\n/Kids [6 0 R 4 0 R]\n/Parent 9 0 R>>\nendobj',
      '9 0 obj\n<</Type /Pages\n/Count 3\n/Kids [8 0 R 2 0 R]>>\nendobj',
      '10 0 obj\n<</a [2 0 R /XYZ 6 826 0]\n/b-1 [4 0 R /XYZ 6 8 0]\n/c [6 0 R /XYZ 6 8 0]>>\nendobj',
      '11 0 obj\n<</Type /Catalog\n/Pages 9 0 R\n/Dests 10 0 R>>\nendobj',
    ].join('\n');
    expect(pageNumbers(Buffer.from(pdf))).toEqual(
      new Map([
        ['a', 3],
        ['b-1', 2],
        ['c', 1],
      ]),
    );
  });

  it('of a file without places are an error', () => {
    expect(() => pageNumbers(Buffer.from('%PDF-2.0'))).toThrow('no places');
  });
});

function describeElement(element: Element): string {
  const children = element.children.map((child) =>
    child.type === 'element' ? child.tagName : child.type,
  );
  return `${element.tagName}: ${children.join(' ')}`;
}
