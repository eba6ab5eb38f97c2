import { type Locale, localeSegment } from '../i18n/locales.ts';
import type { Article } from './article.ts';
import { contentsOf, type Part } from './contents.ts';
import type { BuiltPage } from './pages.ts';

/** The guide in one language. */
export interface Guide {
  home: Article;
  parts: readonly Part[];
  /** The page that a link of the contents leads to. */
  articleAt: (href: string) => Article | undefined;
}

/**
 * @param prefix the base path of the site, without a slash at its end
 * @throws Error if a page is missing that every language has
 */
export function guideOf(
  pages: ReadonlyMap<string, BuiltPage>,
  locale: Locale,
  prefix: string,
): Guide {
  const folder = folderOf(locale);
  const home = pages.get(folder);
  // The home page has no sidebar.
  const listed = pages.get(`${folder}introduction/`);
  if (home === undefined || listed === undefined) {
    throw new Error(`No home page or introduction for ${locale}.`);
  }
  return {
    home: home.article,
    parts: contentsOf(listed.html),
    articleAt: (href) => pages.get(href.slice(prefix.length))?.article,
  };
}

/** The folder of a language, from the root of the site. */
export function folderOf(locale: Locale): string {
  return `/${localeSegment(locale)}/`.replace('//', '/');
}
