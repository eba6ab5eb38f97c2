import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type Page, type TestInfo, test } from '@playwright/test';
import { type Book, bookOf } from '../scripts/book/book.ts';
import { pdfPlaces, writePdf } from '../scripts/book/pdf.ts';
import { readPages } from '../src/editions/pages.ts';
import { glyphsOfPages } from './support/pdf.ts';

let whole: Book;

test.beforeAll(async () => {
  const root = fileURLToPath(new URL('../dist/', import.meta.url));
  const base = process.env['BASE_PATH'] ?? '/';
  const pages = await readPages(root);
  whole = bookOf(pages, 'en', { base, site: undefined }, pdfPlaces);
});

/** How much text is on each page of a book of a few chapters. */
async function write(page: Page, info: TestInfo, ...ids: string[]) {
  const chapters = whole.chapters.filter(({ id }) => ids.includes(id));
  const path = info.outputPath('book.pdf');
  await writePdf(page, { ...whole, chapters }, path);
  return glyphsOfPages(await readFile(path));
}

test('entries of a list share pages of the book @wide', async ({
  page,
}, info) => {
  const sheets = await write(page, info, 'glossary', 'references');
  const count = await page.locator('article article').count();
  expect(count).toBeGreaterThan(180);
  expect(sheets.length).toBeLessThan(count / 6);
});

test('the contents of the book name the pages @wide', async ({
  page,
}, info) => {
  const first = await write(page, info, 'errata');
  const both = await write(page, info, 'errata', 'summary');
  const numberOf = (place: string) =>
    page.locator(`nav a[href="#${place}"] .page`).textContent();
  // A cover and one page of contents come first in both.
  expect(await numberOf('errata')).toBe('3');
  expect(await numberOf('summary')).toBe(String(first.length + 1));
  const last = Number(await numberOf('summary--sources'));
  expect(last).toBeGreaterThan(first.length + 1);
  expect(last).toBeLessThanOrEqual(both.length);
});

test('every page of a chapter with code has text @wide', async ({
  page,
}, info) => {
  const sheets = await write(page, info, 'k-means');
  expect(sheets.length).toBeGreaterThan(20);
  // The name of a file alone, with the number of the page, is shorter.
  expect(sheets.filter((count) => count < 60)).toEqual([]);
});
