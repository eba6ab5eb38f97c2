import { editPages } from './edit-pages.mjs';

/**
 * Numbers the islands of each page. Astro's ids are hashes of the component's
 * path on the machine that builds, so that two folders gave different bytes;
 * nothing reads them in the browser.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function islandIds() {
  return editPages('island-ids', withIslandIds);
}

/** The page with its islands numbered from 1. */
export function withIslandIds(html) {
  let count = 0;
  return html.replace(/<astro-island uid="[^"]*"/g, () => {
    count += 1;
    return `<astro-island uid="${count}"`;
  });
}
