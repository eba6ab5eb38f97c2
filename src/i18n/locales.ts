/** The only list of locales. The first is the default and lives at the root. */
export const locales = ['zh-CN', 'en'] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = locales[0];

/** Path segment of a locale: the default one has none. */
export function localeSegment(locale: Locale): string {
  return locale === defaultLocale ? '' : locale;
}

export function isLocale(value: unknown): value is Locale {
  return locales.includes(value as Locale);
}
