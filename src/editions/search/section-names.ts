import { type Locale, locales } from '../../i18n/locales.ts';
import type { Article } from '../article.ts';
import { folderOf } from '../guide.ts';
import type { BuiltPage } from '../pages.ts';
import type { TermRecord } from './entry-records.ts';
import { otherNames } from './other-names.ts';

export type Names = ReadonlyMap<string, readonly string[]>;

/** What a page or a section answers to, in both languages, by its path. */
export function namesOf(locale: Locale, terms: readonly TermRecord[]): Names {
  const folder = folderOf(locale);
  const named = [
    ...terms.map(({ section, names }) => ({ path: section, names })),
    ...Object.entries(otherNames).map(([path, names]) => ({
      path: folder + path,
      names,
    })),
  ];
  return new Map(
    [...Map.groupBy(named, ({ path }) => path)].map(([path, all]) => [
      path,
      [...new Set(all.flatMap(({ names }) => names))],
    ]),
  );
}

/** The tags of a page in both languages. */
export function tagsOf(
  { path }: Article,
  locale: Locale,
  pages: ReadonlyMap<string, BuiltPage>,
): string[] {
  const slug = path.slice(folderOf(locale).length);
  const tags = locales.flatMap(
    (each) => pages.get(folderOf(each) + slug)?.article.tags ?? [],
  );
  return [...new Set(tags)];
}
