import { editPages } from './edit-pages.mjs';

const ISLAND_STYLE = /<style>astro-island[^<]*<\/style>/;

/**
 * Moves the styles that Astro writes before the first island of a page to its
 * head. Styles that come or go later make Chromium style the whole page again.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function stylesInHead() {
  return editPages('styles-in-head', withStylesInHead);
}

/** The page with the style of its islands at the end of its head. */
export function withStylesInHead(html) {
  const [style] = ISLAND_STYLE.exec(html) ?? [];
  return style === undefined || !html.includes('</head>')
    ? html
    : html.replaceAll(style, '').replace('</head>', () => `${style}</head>`);
}
