import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writePreviewImages } from './og/preview-images.ts';
import { readPages } from './pages.ts';
import { writeSearchFiles } from './search/search-files.ts';
import { writeTextEditions } from './text-editions.ts';

/**
 * What the build makes of its own pages. Must come after the integrations
 * that edit pages.
 *
 * @param options As in the configuration of Astro.
 */
export function editions(options: {
  base: string;
  site: string | undefined;
}): AstroIntegration {
  return {
    name: 'editions',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const pages = await readPages(root);
        await writeTextEditions(root, pages, options);
        await writeSearchFiles(root, pages, options);
        await writePreviewImages(root, pages);
      },
    },
  };
}
