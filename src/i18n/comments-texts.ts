import type { Locale } from './locales';

const zh = {
  title: '评论',
  note: '评论存放在 GitHub 的讨论区，由 giscus 显示。按下按钮，浏览器才会连接 giscus.app 和 GitHub：它们会得知你的 IP 地址、这一页的地址和标题。发表评论要用 GitHub 账号。',
  load: '载入评论',
  loading: '正在连接 giscus.app…',
  slow: 'giscus.app 还没有回应：网络可能拦住了它。可以再等等，也可以直接去 GitHub。',
  failed: '评论没有载入成功：{reason}',
  discussions: '在 GitHub 上看讨论',
} as const;

export type CommentsTexts = Record<keyof typeof zh, string>;

const en: CommentsTexts = {
  title: 'Comments',
  note: 'Comments are kept in GitHub Discussions and shown by giscus. Only when you press the button does the browser connect to giscus.app and GitHub: they learn your IP address and the address and title of this page. To write a comment you need a GitHub account.',
  load: 'Load the comments',
  loading: 'Connecting to giscus.app…',
  slow: 'giscus.app has not answered yet: your network may block it. Wait a little longer, or go to GitHub itself.',
  failed: 'The comments did not load: {reason}',
  discussions: 'Discussions on GitHub',
};

/** Only on sites whose owner wants comments: they stand in the page. */
export const commentsTexts: Record<Locale, CommentsTexts> = {
  'zh-CN': zh,
  en,
};
