import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Article, articleOf } from './article.ts';
import { readOtherFiles } from './lab-files.ts';

export interface BuiltPage {
  article: Article;
  html: string;
}

/** The built pages that hold a text, by their path, sorted. */
export async function readPages(root: string): Promise<Map<string, BuiltPage>> {
  const files = (await readdir(root, { recursive: true }))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?:^|\/)index\.html$/.test(file))
    .sort();
  const labFiles = await readOtherFiles(root);
  const pages = new Map<string, BuiltPage>();
  for (const file of files) {
    const path = `/${file.replace(/index\.html$/, '')}`;
    const html = await readFile(join(root, file), 'utf8');
    const article = articleOf(path, html, labFiles);
    if (article !== undefined) {
      pages.set(path, { article, html });
    }
  }
  return pages;
}
