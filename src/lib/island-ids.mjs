import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Numbers the islands of each page. Astro's ids are hashes of the component's
 * path on the machine that builds, so that two folders gave different bytes;
 * nothing reads them in the browser.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function islandIds() {
  return {
    name: 'island-ids',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const path = join(root, file);
          const html = await readFile(path, 'utf8');
          const numbered = withIslandIds(html);
          if (numbered !== html) {
            await writeFile(path, numbered);
          }
        }
      },
    },
  };
}

/** The page with its islands numbered from 1. */
export function withIslandIds(html) {
  let count = 0;
  return html.replace(/<astro-island uid="[^"]*"/g, () => {
    count += 1;
    return `<astro-island uid="${count}"`;
  });
}
