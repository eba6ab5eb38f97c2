import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LINK =
  /<link rel="stylesheet" href="([^"]*\/_astro\/([^"/]+\.css))"[^>]*>/g;
const CLASS_OF_RULE = /\.(-?[_a-zA-Z][\w-]*)/g;
const CLASSES_OF_PAGE = /\sclass="([^"]*)"/g;

/**
 * Takes a style sheet out of the pages that have none of its classes. Every
 * page is one route to Astro, so that it links what any page may need, the
 * playground's styles among them.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function unusedStyleSheets() {
  return {
    name: 'unused-style-sheets',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const files = await readdir(root, { recursive: true });
        const sheets = new Map(
          await Promise.all(
            files
              .filter((name) => /^_astro\/.*\.css$/.test(name))
              .map(async (name) => [
                name.slice('_astro/'.length),
                classesOfSheet(await readFile(join(root, name), 'utf8')),
              ]),
          ),
        );
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const path = join(root, file);
          const html = await readFile(path, 'utf8');
          await writeFile(path, withoutUnused(html, sheets));
        }
      },
    },
  };
}

/** Class names in the rules of a style sheet. */
export function classesOfSheet(css) {
  return new Set(Array.from(css.matchAll(CLASS_OF_RULE), ([, name]) => name));
}

/**
 * The page without links to style sheets whose classes it lacks. A page with
 * an island keeps all: its scripts bring classes of their own.
 *
 * @param {string} html
 * @param {ReadonlyMap<string, ReadonlySet<string>>} sheets classes by file name
 */
export function withoutUnused(html, sheets) {
  if (html.includes('<astro-island')) {
    return html;
  }
  const used = new Set(
    Array.from(html.matchAll(CLASSES_OF_PAGE), ([, names]) =>
      names.split(/\s+/),
    ).flat(),
  );
  return html.replace(LINK, (link, _, name) => {
    const classes = sheets.get(name);
    const isUsed =
      classes === undefined ||
      classes.size === 0 ||
      [...classes].some((value) => used.has(value));
    return isUsed ? link : '';
  });
}
