import type { Locale } from '~/i18n/locales';

/** Where `npm run book` puts the guide in a language, below the site's root. */
export function bookFiles(locale: Locale): { pdf: string; epub: string } {
  const path = `book/ai-infra-interview-guide.${locale}`;
  return { pdf: `${path}.pdf`, epub: `${path}.epub` };
}
