import type { Locale } from '~/i18n/locales';

export const cardFormats = ['apkg', 'csv'] as const;

export type CardFormat = (typeof cardFormats)[number];

/** Name of the file with the cards of a language. */
export function cardFile(locale: Locale, format: CardFormat): string {
  return `ai-infrastructure.${locale}.${format}`;
}
