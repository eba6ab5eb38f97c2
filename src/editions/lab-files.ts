import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { attribute, find, findClass, hasClass } from './hast.ts';

/**
 * The files of each lab beyond its first, by the name of the lab. They stand
 * on the page that has the lab alone.
 */
export async function readOtherFiles(
  root: string,
): Promise<Map<string, Element[]>> {
  const folder = join(root, 'embed');
  const files = new Map<string, Element[]>();
  for (const lab of await readdir(folder)) {
    const html = await readFile(join(folder, lab, 'index.html'), 'utf8');
    files.set(lab, findClass(fromHtml(html), 'pg-file').slice(1));
  }
  return files;
}

/**
 * Puts the files of each lab of a page where the page only names them.
 *
 * @throws Error if a page names files that the lab's own page lacks
 */
export function putOtherFiles(
  page: Root,
  filesOf: ReadonlyMap<string, readonly Element[]>,
): void {
  for (const lab of findClass(page, 'playground')) {
    const name = attribute(lab, 'dataLab');
    for (const parent of find(lab, () => true)) {
      parent.children = parent.children.flatMap((child) => {
        if (child.type !== 'element' || !hasClass(child, 'pg-others')) {
          return child;
        }
        const files = filesOf.get(name) ?? [];
        if (files.length === 0) {
          throw new Error(`The page of the lab '${name}' lacks its files.`);
        }
        return files;
      });
    }
  }
}
