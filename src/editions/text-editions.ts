import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locales } from '../i18n/locales.ts';
import { markdownFile } from '../lib/markdown-file.ts';
import { folderOf, guideOf } from './guide.ts';
import { llmsText } from './llms.ts';
import { markdownOf } from './markdown.ts';
import type { BuiltPage } from './pages.ts';

interface Options {
  /** As in the configuration of Astro. */
  base: string;
  site: string | undefined;
}

/**
 * Writes each built page once more as Markdown, `/errata/` as `/errata.md`,
 * and for each language an `llms.txt` that lists them and an `llms-full.txt`
 * that holds them all.
 */
export async function writeTextEditions(
  root: string,
  pages: ReadonlyMap<string, BuiltPage>,
  { base, site }: Options,
): Promise<void> {
  const prefix = base.replace(/\/$/, '');
  const within = (path: string) => `${site ?? ''}${prefix}${path}`;
  // Links in pages have the base path already.
  const address = (href: string) =>
    within(href.startsWith(`${prefix}/`) ? href.slice(prefix.length) : href);
  for (const locale of locales) {
    const folder = folderOf(locale);
    const other = locales.find((each) => each !== locale) ?? locale;
    const own = [...pages.values()].filter(
      ({ article }) => article.lang === locale,
    );
    const texts = own.map(({ article }) => markdownOf(article, address));
    for (const [index, { article }] of own.entries()) {
      await writeFile(
        join(root, markdownFile(article.path)),
        texts[index] ?? '',
      );
    }
    const list = llmsText({
      locale,
      ...guideOf(pages, locale, prefix),
      markdownAt: (article) => within(markdownFile(article.path)),
      whole: within(`${folder}llms-full.txt`),
      other: within(`${folderOf(other)}llms.txt`),
    });
    await writeFile(join(root, `${folder}llms.txt`), list);
    await writeFile(
      join(root, `${folder}llms-full.txt`),
      texts.join('\n---\n\n'),
    );
  }
}
