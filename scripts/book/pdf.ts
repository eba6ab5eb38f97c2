import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from '@playwright/test';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import katex from 'katex';
import { attribute } from '../../src/editions/hast.ts';
import { escapeMarkup } from '../../src/lib/escape-markup.ts';
import { type Book, type Chapter, type Places, texOf } from './book.ts';
import { contentsList } from './contents-list.ts';
import { pageNumbers } from './page-numbers.ts';
import { bookTexts } from './texts.ts';

/** All chapters are one document. */
export const pdfPlaces: Places = {
  idOf: (chapter, id) => `${chapter}--${id}`,
  hrefOf: (chapter, id) =>
    id === undefined ? `#${chapter}` : `#${chapter}--${id}`,
};

/** The document is served under this address: by the test tool, no server. */
const ORIGIN = 'http://book.invalid/';
const STYLES = [
  'katex/dist/katex.min.css',
  '@fontsource/ibm-plex-sans/latin-400.css',
  '@fontsource/ibm-plex-sans/latin-600.css',
  '@fontsource/noto-sans-sc/400.css',
  '@fontsource/noto-sans-sc/700.css',
  '@fontsource-variable/jetbrains-mono/wght.css',
];
/** Width and height (px) of a cover: what readers of books expect. */
export const COVER = { width: 1_200, height: 1_800 };

const require = createRequire(import.meta.url);

/** A4, tagged, with an outline. */
const PAPER = {
  format: 'A4',
  margin: { top: '20mm', bottom: '20mm', left: '20mm', right: '20mm' },
  outline: true,
  tagged: true,
  printBackground: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<p style="width: 100%; font: 8px sans-serif; text-align: center"><span class="pageNumber"></span></p>',
};

/**
 * Writes the book as a PDF. It is set twice: where chapters and sections begin
 * is known, and written into the contents, after the first time.
 *
 * @param page of a browser, which then shows the book
 * @throws Error if the numbers move what they number
 */
export async function writePdf(
  page: Page,
  book: Book,
  path: string,
): Promise<void> {
  await open(page, await documentOf(book));
  const numbers = pageNumbers(await page.pdf(PAPER));
  await page.evaluate(numberContents, Object.fromEntries(numbers));
  const written = pageNumbers(await page.pdf({ ...PAPER, path }));
  for (const [place, number] of numbers) {
    if (written.get(place) !== number) {
      throw new Error(`The contents say page ${number} for ${place}.`);
    }
  }
}

/** Runs in the page. */
function numberContents(numbers: Record<string, number>): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
    const number = numbers[link.hash.slice(1)];
    if (number === undefined || link.lastElementChild === null) {
      throw new Error(`No page is known for ${link.hash}.`);
    }
    link.lastElementChild.textContent = String(number);
  }
}

/** @returns PNG */
export async function coverOf(
  browser: Browser,
  book: Book,
): Promise<Uint8Array> {
  const page = await browser.newPage({ viewport: COVER });
  await open(page, frame(book, cover(book), await styles(), 'is-cover'));
  const image = await page.screenshot();
  await page.close();
  return image;
}

async function open(page: Page, html: string): Promise<void> {
  await page.route(`${ORIGIN}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') {
      await route.fulfill({ contentType: 'text/html', body: html });
    } else {
      await route.fulfill({ path: require.resolve(pathname.slice(1)) });
    }
  });
  await page.goto(ORIGIN);
  await page.evaluate(() => document.fonts.ready);
}

async function styles(): Promise<string> {
  const own = await Promise.all(
    ['book.css', 'paper.css'].map((file) =>
      readFile(new URL(file, import.meta.url), 'utf8'),
    ),
  );
  const links = STYLES.map((file) => `<link rel="stylesheet" href="/${file}">`);
  return `${links.join('')}<style>${own.join('\n')}</style>`;
}

async function documentOf(book: Book): Promise<string> {
  const title = bookTexts[book.locale].contents;
  const list = contentsList(book, '<span class="page"></span>');
  return frame(
    book,
    `${cover(book)}<nav><h1>${title}</h1>${list}</nav>` +
      book.chapters.map(chapterOf).join(''),
    await styles(),
  );
}

function frame(book: Book, body: string, head: string, className = ''): string {
  return `<!doctype html><html lang="${book.locale}" class="${className}"><head><meta charset="utf-8"><title>${escapeMarkup(book.title)}</title>${head}</head><body>${body}</body></html>`;
}

function cover(book: Book): string {
  const text = bookTexts[book.locale];
  return `<header class="cover"><p class="cover-title">${escapeMarkup(book.title)}</p><p>${escapeMarkup(book.description)}</p><p class="cover-facts">${text.edition}<br>${text.checked} <time>${book.verified}</time></p></header>`;
}

function chapterOf({ id, eyebrow, title, content }: Chapter): string {
  const above =
    eyebrow === '' ? '' : `<p class="eyebrow">${escapeMarkup(eyebrow)}</p>`;
  const body = toHtml(withFormulas(content) as Root);
  return `<article>${above}<h1 id="${id}">${escapeMarkup(title)}</h1>${body}</article>`;
}

/** Formulas set by KaTeX: a machine may have no font for MathML. */
function withFormulas(node: Root | ElementContent): Root | ElementContent {
  if (node.type === 'element' && node.tagName === 'math') {
    const html = katex.renderToString(texOf(node), {
      displayMode: attribute(node, 'display') === 'block',
      output: 'html',
      throwOnError: true,
    });
    return fromHtml(html, { fragment: true }).children[0] as Element;
  }
  return 'children' in node
    ? ({
        ...node,
        children: node.children.map((child) =>
          withFormulas(child as ElementContent),
        ),
      } as Element)
    : node;
}
