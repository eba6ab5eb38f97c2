import type { Lab } from '@runnable-guide/labs/lab';
import type { Locale } from '~/i18n/locales';
import { translator } from '~/lib/translator';

export interface LabTexts {
  figureTitle: (name: string) => string;
  /** A text inside a figure, as the program wrote it, for the reader. */
  term: (text: string) => string;
  /** The title of a test, or of a block of tests. */
  testTitle: (title: string) => string;
  /** What an exercise leaves to the reader. */
  task: (task: string) => string;
}

export function labTexts(lab: Lab, locale: Locale): LabTexts {
  const inLocale = (terms: Lab['terms']) =>
    locale === 'zh-CN' ? translator(terms) : (text: string) => text;
  return {
    figureTitle: (name) => lab.figures[name]?.[locale] ?? name,
    term: inLocale(lab.terms),
    testTitle: inLocale(lab.testTitles ?? {}),
    task: inLocale(lab.exercise?.tasks ?? {}),
  };
}
