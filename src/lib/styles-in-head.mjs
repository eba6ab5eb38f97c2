import { editPages } from './edit-pages.mjs';

const STYLE_SHEET = /<link rel="stylesheet"[^>]*>/g;
const ISLAND_STYLE = /<style>astro-island[^<]*<\/style>/g;

/**
 * Moves the style sheets that Expressive Code and Astro write into the middle
 * of a page to its head, each once. A style sheet that comes or goes later
 * makes Chromium style the whole page again, and one in the body holds up what
 * follows it.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function stylesInHead() {
  return editPages('styles-in-head', withStylesInHead);
}

/** The page with the style sheets of its body at the end of its head. */
export function withStylesInHead(html) {
  const end = html.indexOf('</head>');
  if (end < 0) {
    return html;
  }
  const moved = new Set();
  const move = (element) => {
    moved.add(element.replace(/\s*\/>$/, '>'));
    return '';
  };
  const head = html.slice(0, end);
  const body = html
    .slice(end)
    .replace(STYLE_SHEET, move)
    .replace(ISLAND_STYLE, move);
  const missing = [...moved].filter((element) => !head.includes(element));
  return head + missing.join('') + body;
}
