/**
 * Writes the built guide as a book, PDF and EPUB for each language, into
 * `dist/book/`, and checks the EPUBs if the machine has epubcheck.
 *
 * Usage: npm run book
 */
import { spawnSync } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { readPages } from '../../src/editions/pages.ts';
import { locales } from '../../src/i18n/locales.ts';
import { chromiumPath, pathOfCommand } from '../browser.ts';
import { bookOf } from './book.ts';
import { epubPlaces, writeEpub } from './epub.ts';
import { coverOf, pdfPlaces, writePdf } from './pdf.ts';
import { bookTexts } from './texts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'dist/book');
const options = {
  base: process.env['BASE_PATH'] ?? '/',
  site: process.env['SITE_URL'],
};

const pages = await readPages(join(root, 'dist/'));
await mkdir(folder, { recursive: true });
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const files: string[] = [];
for (const locale of locales) {
  const path = join(folder, bookTexts[locale].file);
  const forPaper = bookOf(pages, locale, options, pdfPlaces);
  const forReaders = bookOf(pages, locale, options, epubPlaces);
  await writePdf(browser, forPaper, `${path}.pdf`);
  await writeEpub(
    forReaders,
    await coverOf(browser, forReaders),
    `${path}.epub`,
  );
  files.push(`${path}.pdf`, `${path}.epub`);
}
await browser.close();
for (const file of files) {
  const { size } = await stat(file);
  console.log(`${file.slice(root.length)}: ${(size / 1e6).toFixed(1)} MB`);
}

// Debian's command is a Java archive, which not every kernel starts.
const epubcheck = pathOfCommand(['epubcheck']);
if (epubcheck === undefined) {
  console.log('The EPUBs were not checked: install epubcheck to do so.');
} else {
  for (const file of files.filter((name) => name.endsWith('.epub'))) {
    const { status } = spawnSync('java', ['-jar', epubcheck, file], {
      stdio: 'inherit',
    });
    process.exitCode ||= status ?? 1;
  }
}
