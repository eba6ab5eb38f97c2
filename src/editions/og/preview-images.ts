import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import sharp from 'sharp';
import { localeSegment, locales } from '../../i18n/locales.ts';
import { previewImage } from '../../lib/preview-image.ts';
import { find, hasClass } from '../hast.ts';
import type { BuiltPage } from '../pages.ts';
import { cardSvg } from './card.ts';
import { contentsOf } from './contents-of.ts';

/** Draws the preview image of every page that has a text. */
export async function writePreviewImages(
  root: string,
  pages: ReadonlyMap<string, BuiltPage>,
): Promise<void> {
  for (const locale of locales) {
    const home = `/${localeSegment(locale)}/`.replace('//', '/');
    const siteName = pages.get(home)?.article.title ?? '';
    for (const [path, { article, html }] of pages) {
      if (article.lang === locale) {
        const svg = cardSvg({
          lang: locale,
          siteName: path === home ? '' : siteName,
          eyebrow: article.eyebrow,
          title: article.title,
          description: article.description,
          figure: figureOf(html),
          contents: contentsOf(article.content),
        });
        const file = join(root, previewImage(path, path === home));
        await mkdir(dirname(file), { recursive: true });
        const png = sharp(Buffer.from(svg)).png({ palette: true, colours: 64 });
        await writeFile(file, await png.toBuffer());
      }
    }
  }
}

/** The first drawing of the page that shows more than a few marks. */
function figureOf(html: string): Element | undefined {
  const figures = find(fromHtml(html), (element) => hasClass(element, 'plot'));
  const marks = (figure: Element) =>
    find(figure, ({ tagName }) => ['path', 'rect', 'circle'].includes(tagName));
  return figures.find((figure) => marks(figure).length >= 24) ?? figures[0];
}
