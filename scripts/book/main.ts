/**
 * Builds the guide with links to its book, writes the book, PDF and EPUB for
 * each language, into `dist/book/`, and checks the EPUBs if the machine has
 * epubcheck.
 *
 * Usage: npm run book
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { readPages } from '../../src/editions/pages.ts';
import { locales } from '../../src/i18n/locales.ts';
import { bookFiles } from '../../src/lib/book-files.ts';
import { chromiumPath, pathOfCommand } from '../browser.ts';
import { bookOf } from './book.ts';
import { epubPlaces, writeEpub } from './epub.ts';
import { coverOf, pdfPlaces, writePdf } from './pdf.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const options = {
  base: process.env['BASE_PATH'] ?? '/',
  site: process.env['SITE_URL'],
};

execFileSync('npx', ['astro', 'build'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, WITH_BOOK: '1' },
});
const pages = await readPages(join(root, 'dist/'));
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const files: string[] = [];
for (const locale of locales) {
  const { pdf, epub } = bookFiles(locale);
  const forPaper = bookOf(pages, locale, options, pdfPlaces);
  const forReaders = bookOf(pages, locale, options, epubPlaces);
  await mkdir(join(root, 'dist', dirname(pdf)), { recursive: true });
  const page = await browser.newPage();
  await writePdf(page, forPaper, join(root, 'dist', pdf));
  await page.close();
  await writeEpub(
    forReaders,
    await coverOf(browser, forReaders),
    join(root, 'dist', epub),
  );
  files.push(pdf, epub);
}
await browser.close();
for (const file of files) {
  const { size } = await stat(join(root, 'dist', file));
  console.log(`dist/${file}: ${(size / 1e6).toFixed(1)} MB`);
}

// Debian's command is a Java archive, which not every kernel starts.
const epubcheck = pathOfCommand(['epubcheck']);
if (epubcheck === undefined) {
  console.log('The EPUBs were not checked: install epubcheck to do so.');
} else {
  for (const file of files.filter((name) => name.endsWith('.epub'))) {
    const { status } = spawnSync('java', ['-jar', epubcheck, file], {
      cwd: join(root, 'dist'),
      stdio: 'inherit',
    });
    process.exitCode ||= status ?? 1;
  }
}
