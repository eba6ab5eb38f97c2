import type { Locale } from './locales';

const zh = {
  throws: '抛出',
  types: '类型',
  passedOn: '另从别的模块转出',
  optional: '可省',
} as const;

export type ApiTexts = Record<keyof typeof zh, string>;

const en: ApiTexts = {
  throws: 'Throws',
  types: 'Types',
  passedOn: 'Passed on from other modules',
  optional: 'optional',
};

/** Texts of the API pages alone. */
export const apiTexts: Record<Locale, ApiTexts> = { 'zh-CN': zh, en };
