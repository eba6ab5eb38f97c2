import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Root } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { findTag } from '../../src/editions/hast.ts';
import { escapeMarkup } from '../../src/lib/escape-markup.ts';
import type { Book, Chapter, Places } from './book.ts';
import { contentsList } from './contents-list.ts';
import { bookTexts } from './texts.ts';

/** Each chapter is a document of its own. */
export const epubPlaces: Places = {
  idOf: (_chapter, id) => id,
  hrefOf: (chapter, id) =>
    id === undefined ? `${chapter}.xhtml` : `${chapter}.xhtml#${id}`,
};

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/**
 * Writes the book as EPUB 3 (https://www.w3.org/TR/epub-33/). Its bytes depend
 * on the guide alone.
 *
 * @param cover PNG
 */
export async function writeEpub(
  book: Book,
  cover: Uint8Array,
  path: string,
): Promise<void> {
  const style = await readFile(new URL('book.css', import.meta.url), 'utf8');
  const title = bookTexts[book.locale].contents;
  const files: Zippable = {
    // The first file, not compressed: by this the format is known.
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(CONTAINER),
    'book/book.opf': strToU8(packageOf(book)),
    'book/nav.xhtml': strToU8(documentOf(book, title, navigation(book))),
    'book/book.css': strToU8(style),
    'book/cover.png': [cover, { level: 0 }],
  };
  for (const chapter of book.chapters) {
    files[`book/${chapter.id}.xhtml`] = strToU8(
      documentOf(book, chapter.title, bodyOf(chapter)),
    );
  }
  await writeFile(path, zipSync(files, { mtime: book.verified, level: 9 }));
}

/** The package document: what the book is, and what is in it. */
function packageOf(book: Book): string {
  const items = book.chapters.map((chapter) => {
    const uses = ['svg', 'mathml'].filter((name) =>
      has(chapter, name.replace('mathml', 'math')),
    );
    const properties =
      uses.length === 0 ? '' : ` properties="${uses.join(' ')}"`;
    return `<item id="${chapter.id}" href="${chapter.id}.xhtml" media-type="application/xhtml+xml"${properties}/>`;
  });
  const spine = book.chapters.map(({ id }) => `<itemref idref="${id}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="book-id" xml:lang="${book.locale}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="book-id">${identifierOf(book)}</dc:identifier>
<dc:title>${escapeMarkup(book.title)}</dc:title>
<dc:language>${book.locale}</dc:language>
<dc:description>${escapeMarkup(book.description)}</dc:description>
<meta property="dcterms:modified">${book.verified}T00:00:00Z</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="book.css" media-type="text/css"/>
<item id="cover" href="cover.png" media-type="image/png" properties="cover-image"/>
${items.join('\n')}
</manifest>
<spine>
<itemref idref="nav"/>
${spine.join('\n')}
</spine>
</package>
`;
}

function has(chapter: Chapter, tagName: string): boolean {
  return findTag(chapter.content, tagName).length > 0;
}

/** The same for each edition of the same facts: readers see an update. */
function identifierOf(book: Book): string {
  const hash = createHash('sha256').update(`guide ${book.locale}`).digest();
  const hex = hash.toString('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}

function documentOf(book: Book, title: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="${book.locale}" lang="${book.locale}">
<head><title>${escapeMarkup(title)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head>
<body>${body}</body>
</html>
`;
}

function bodyOf({ eyebrow, title, content }: Chapter): string {
  const above = eyebrow === '' ? '' : `<p>${escapeMarkup(eyebrow)}</p>`;
  return `${above}<h1>${escapeMarkup(title)}</h1>${xmlOf(content)}`;
}

function xmlOf(content: Root): string {
  return toXml(toXast(content));
}

function navigation(book: Book): string {
  const title = escapeMarkup(bookTexts[book.locale].contents);
  return `<nav epub:type="toc" id="toc"><h1>${title}</h1>${contentsList(book)}</nav>`;
}
