import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * An integration that rewrites every built page.
 *
 * @param {string} name
 * @param {(html: string) => string} edit
 * @returns {import('astro').AstroIntegration}
 */
export function editPages(name, edit) {
  return {
    name,
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        for (const file of files.filter((path) => path.endsWith('.html'))) {
          const path = join(root, file);
          const html = await readFile(path, 'utf8');
          const edited = edit(html);
          if (edited !== html) {
            await writeFile(path, edited);
          }
        }
      },
    },
  };
}
