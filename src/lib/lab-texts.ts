import type { Lab } from '@runnable-guide/labs/lab';
import type { Locale } from '~/i18n/locales';
import { translator } from '~/lib/translator';

export interface LabTexts {
  figureTitle: (name: string) => string;
  /** A text inside a figure, as the program wrote it, for the reader. */
  term: (text: string) => string;
}

export function labTexts(lab: Lab, locale: Locale): LabTexts {
  return {
    figureTitle: (name) => lab.figures[name]?.[locale] ?? name,
    term: locale === 'zh-CN' ? translator(lab.terms) : (text) => text,
  };
}
