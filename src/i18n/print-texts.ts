import type { Locale } from './locales';

const zh = {
  open: '打印，含答案',
  closed: '打印，不含答案',
} as const;

export type PrintTexts = Record<keyof typeof zh, string>;

const en: PrintTexts = {
  open: 'Print with answers',
  closed: 'Print without answers',
};

/** Apart from the others: every page with answers loads them, after all else. */
export const printTexts: Record<Locale, PrintTexts> = { 'zh-CN': zh, en };
