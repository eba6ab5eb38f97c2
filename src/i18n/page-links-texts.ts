import type { Locale } from './locales';

const zh = {
  edit: '编辑本页',
  report: '报告错误',
  reportHere: '报告本节的错误',
  subject: '有误：',
  page: '页面：',
  section: '小节：',
  version: '版本：',
  what: '哪里不对：',
} as const;

export type PageLinksTexts = Record<keyof typeof zh, string>;

const en: PageLinksTexts = {
  edit: 'Edit this page',
  report: 'Report a mistake',
  reportHere: 'Report a mistake here',
  subject: 'Mistake: ',
  page: 'Page: ',
  section: 'Section: ',
  version: 'Version: ',
  what: 'What is wrong: ',
};

/** Of links that only some sites have: none of it is in a script. */
export const pageLinksTexts: Record<Locale, PageLinksTexts> = {
  'zh-CN': zh,
  en,
};
