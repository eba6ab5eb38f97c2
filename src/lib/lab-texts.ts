import type { Lab } from '@runnable-guide/labs/lab';
import type { Locale } from '~/i18n/locales';

export interface LabTexts {
  figureTitle: (name: string) => string;
  /** A text inside a figure, as the program wrote it, for the reader. */
  term: (text: string) => string;
}

export function labTexts(lab: Lab, locale: Locale): LabTexts {
  return {
    figureTitle: (name) => lab.figures[name]?.[locale] ?? name,
    term: (text) =>
      locale === 'zh-CN' && Object.hasOwn(lab.terms, text)
        ? (lab.terms[text] as string)
        : text,
  };
}
