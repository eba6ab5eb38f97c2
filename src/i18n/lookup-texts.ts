import type { Locale } from './locales';

const zh = {
  filter: '筛选',
  letters: '首字母',
  filterReferences: '作者、标题、会议、年份……',
  filterTerms: '术语、英文、缩写……',
  shown: '{shown} / {all} 条',
  source: '出处',
  treated: '详见',
  none: '没有符合的条目。少写几个字试试。',
  citedIn: '引用于',
  checked: '核对于',
} as const;

export type LookupTexts = Record<keyof typeof zh, string>;

const en: LookupTexts = {
  filter: 'Filter',
  letters: 'Initials',
  filterReferences: 'author, title, venue, year…',
  filterTerms: 'term, Chinese, abbreviation…',
  shown: '{shown} of {all}',
  source: 'Source',
  treated: 'See',
  none: 'Nothing matches. Try fewer letters.',
  citedIn: 'Cited in',
  checked: 'checked on',
};

/** Texts of the pages to look things up in: references and glossary. */
export const lookupTexts: Record<Locale, LookupTexts> = { 'zh-CN': zh, en };
