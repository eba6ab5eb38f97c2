import type { Locale } from '../../src/i18n/locales.ts';

export const bookTexts = {
  'zh-CN': {
    contents: '目录',
    edition:
      '书籍版：文字、公式、代码和图与网页相同；网页上的实验可以改、可以运行。',
    checked: '事实核对于',
  },
  en: {
    contents: 'Contents',
    edition:
      'Book edition: text, formulas, code and figures are those of the website, where the labs can be changed and run.',
    checked: 'Facts checked on',
  },
} as const satisfies Record<Locale, unknown>;
