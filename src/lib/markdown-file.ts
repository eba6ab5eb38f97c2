import { localeSegment, locales } from '../i18n/locales.ts';

/** Where the Markdown of a page is: `/errata/` has `/errata.md`. */
export function markdownFile(path: string): string {
  const isHome = locales.some(
    (locale) => path === `/${localeSegment(locale)}/`.replace('//', '/'),
  );
  return isHome ? `${path}index.md` : `${path.replace(/\/$/, '')}.md`;
}
