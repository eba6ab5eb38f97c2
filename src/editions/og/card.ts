import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { previewSize } from '../../lib/preview-image.ts';
import { sealColour } from '../../lib/theme-colours.ts';
import { attribute } from '../hast.ts';
import type { Contents } from './contents-of.ts';
import { type Style, textPath } from './letters.ts';
import { linesOf } from './lines.ts';
import { outlined } from './outlined.ts';

export interface Card {
  lang: string;
  siteName: string;
  /** Kind of the page, in words; empty for a page of no kind. */
  eyebrow: string;
  title: string;
  description: string;
  /** The page's own figure, or else its contents. */
  figure: Element | undefined;
  contents: Contents;
}

const INK = '#1c1e21';
const MUTED = '#5b6067';
const LEFT = 64;
const COLUMN = 536;
/** Where nothing stands beside the words. */
const WIDE = 1_000;
const BOX = { x: 648, y: 56, width: 496, height: 518, padding: 28 };
const LOGO =
  `<g transform="translate(${LEFT} 52) scale(.72)">` +
  `<rect x="3" y="3" width="58" height="58" rx="13" fill="${sealColour}"/>` +
  '<path d="M17 15.5v33" stroke="#fff" stroke-width="5.5" stroke-linecap="round"/>' +
  '<path d="M27.5 17.2c0-1.6 1.8-2.6 3.2-1.7L51 30.3c1.2.8 1.2 2.6 0 3.4L30.7 48.5c-1.4.9-3.2-.1-3.2-1.7z" fill="#fff"/></g>';

/** The card as an SVG of outlines alone: it looks the same on every machine. */
export function cardSvg(card: Card): string {
  const { width, height } = previewSize;
  const { figure, contents } = card;
  const isWide = figure === undefined && contents.rows.length === 0;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
    `<rect width="${width}" height="${height}" fill="#fcfbf8"/>` +
    `<rect y="${height - 10}" width="${width}" height="10" fill="${sealColour}"/>` +
    LOGO +
    words(card, isWide ? WIDE : COLUMN) +
    (figure !== undefined ? picture(figure) : isWide ? '' : list(card)) +
    '</svg>'
  );
}

const line = (text: string, x: number, y: number, style: Style, fill: string) =>
  `<path d="${textPath(text, x, y, style)}" fill="${fill}"/>`;

function words(
  { lang, siteName, eyebrow, title, description }: Card,
  column: number,
): string {
  const small: Style = { size: 21, weight: 500 };
  const name = linesOf(siteName, lang, small, column - 60, 2);
  const big = titleStyle(title, lang, column);
  const lines = linesOf(title, lang, big, column, 4);
  const detail: Style = { size: 25, weight: 400 };
  const top = 188 + (eyebrow === '' ? 0 : 26);
  const below = top + big.size + (lines.length - 1) * big.size * 1.28 + 62;
  const rows = Math.max(1, Math.floor((580 - below) / 38) + 1);
  return [
    ...name.map((text, i) =>
      line(
        text,
        LEFT + 60,
        (name.length === 1 ? 82 : 68) + i * 28,
        small,
        MUTED,
      ),
    ),
    eyebrow === ''
      ? ''
      : line(eyebrow, LEFT, 172, { size: 23, weight: 700 }, sealColour),
    ...lines.map((text, i) =>
      line(text, LEFT, top + big.size * 0.8 + i * big.size * 1.28, big, INK),
    ),
    ...linesOf(description, lang, detail, column, Math.min(rows, 5)).map(
      (text, i) => line(text, LEFT, below + i * 38, detail, MUTED),
    ),
  ].join('');
}

/** As large as three lines allow. */
function titleStyle(title: string, lang: string, column: number): Style {
  const sizes = [60, 54, 48, 42];
  const size = sizes.find(
    (each) =>
      linesOf(title, lang, { size: each, weight: 700 }, column, 9).length <= 3,
  );
  return { size: size ?? 38, weight: 700 };
}

const box = (height: number) =>
  `<rect x="${BOX.x}" y="${BOX.y}" width="${BOX.width}" height="${height}" rx="18" ` +
  'fill="#fff" stroke="#e5e1d9" stroke-width="2"/>';

function picture(figure: Element): string {
  const { x, y, width, height, padding } = BOX;
  const svg = outlined(figure);
  const inner = {
    x: String(x + padding),
    y: String(y + padding),
    width: String(width - 2 * padding),
    height: String(height - 2 * padding),
  };
  const drawn: Element = {
    ...svg,
    properties: { viewBox: attribute(figure, 'viewBox'), fill: INK, ...inner },
  };
  return box(BOX.height) + toHtml(drawn, { space: 'svg' });
}

const ROW = 58;

/** What the page has in place of a figure. */
function list({ lang, contents: { rows, isNumbered } }: Card): string {
  const { x, y, width, padding } = BOX;
  const style: Style = { size: 24, weight: 500 };
  return (
    box(2 * padding + rows.length * ROW - 2) +
    rows
      .map((row, i) => {
        const [text = ''] = linesOf(
          row,
          lang,
          style,
          width - 3 * padding - 36,
          1,
        );
        const at = y + padding + 38 + i * ROW;
        return (
          mark(isNumbered ? i + 1 : null, x + padding, at) +
          line(text, x + padding + 44, at, style, INK)
        );
      })
      .join('')
  );
}

/** A number or a dot before a row. */
function mark(place: number | null, x: number, y: number): string {
  return place === null
    ? `<circle cx="${x + 8}" cy="${y - 8}" r="6" fill="${sealColour}"/>`
    : line(`${place}`, x, y, { size: 24, weight: 700 }, sealColour);
}
