import type { Locale } from '~/i18n/locales';

export const embedTexts: Record<Locale, { open: string }> = {
  'zh-CN': { open: '在指南里打开：题目、推导与答案' },
  en: { open: 'Open in the guide: question, derivation and answers' },
};
