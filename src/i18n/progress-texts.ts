import type { Locale } from './locales';

const zh = {
  noScript: '显示和更新进度需要脚本。没有脚本时，这里列出要学的页面。',
  ready: '准备程度',
  chart: '每页的准备程度：{pages}',
  read: '已读',
  labs: '实验',
  cards: '卡片',
  interview: '面试',
  noInterview: '还没有做过模拟面试。',
  interviewItem: '{date} · {count}题，答得好{strong}题',
  page: '页面',
  markRead: '已读：{title}',
  tableCaption: '每页做完了什么',
  none: '没有',
  sum: '读完 {read} / {pages} 页，解出 {labs} / {labCount} 个练习，记住 {cards} / {cardCount} 张卡。',
  noWeak:
    '目前没有弱项。最近一次评为“忘了”或“吃力”的卡片、模拟面试里没答好的题会列在这里。',
  weakQuestions: '模拟面试里没答好的题：{n}道，看那场的报告',
  days: '距离面试还有几天',
  daysHelp: '1到60天，从今天算起',
  makePlan: '排计划',
  print: '打印',
  daysWrong: '请填1到60之间的整数。',
  day: '第{n}天 · {date}',
  minutes: '约{n}分钟',
  taskRead: '读',
  taskLab: '解练习',
  taskCards: '新卡片',
  taskWeak: '补弱项',
  taskInterview: '做一场模拟面试',
  taskRepeat: '复习到期的卡片',
  taskLast: '重说总结里的十句话，不学新东西',
  planFull: '每天超过4小时：先保证每天的前几项，实验可以跳过。',
  planDone: '都做完了：剩下的日子复习到期的卡片，再出声讲题。',
  save: '导出进度',
  open: '导入并合并',
  merged:
    '已合并：新增 {reviews} 条复习、{marks} 个阅读标记、{labs} 个练习、{interviews} 场模拟面试。原有的都还在。',
  broken: '没有导入：这个文件损坏或不完整。现有的进度没有变。',
  foreign: '没有导入：这不是本指南导出的进度文件。现有的进度没有变。',
  newer:
    '没有导入：文件来自更新版本的指南。先载入新版网站再试。现有的进度没有变。',
  tooBig: '没有导入：文件超过20 MB，不会是进度文件。现有的进度没有变。',
  unreadable: '没有导入：浏览器读不了这个文件。现有的进度没有变。',
  blocked: '浏览器不允许这个网站存储数据：这里的改动关掉页面就会丢失。',
  full: '浏览器的存储空间满了：合并的结果只在这个页面上，现在就导出一份。',
  corrupt: '存储里有一份记录读不出来，已原样另存；从空白记录重新开始。',
  markThis: '标记为已读',
  markedThis: '已读',
  seeProgress: '看进度',
} as const;

export type ProgressTexts = Record<keyof typeof zh, string>;

const en: ProgressTexts = {
  noScript:
    'Showing and changing progress needs scripts. Without them, these are the pages to study.',
  ready: 'Readiness',
  chart: 'Readiness of each page: {pages}',
  read: 'Read',
  labs: 'Labs',
  cards: 'Cards',
  interview: 'Interview',
  noInterview: 'No mock interview yet.',
  interviewItem: '{date} · questions: {count}, strong: {strong}',
  page: 'Page',
  markRead: 'Read: {title}',
  tableCaption: 'What is done on each page',
  none: 'none',
  sum: '{read} of {pages} {pages:page|pages} read, {labs} of {labCount} {labCount:exercise|exercises} solved, {cards} of {cardCount} {cardCount:card|cards} known.',
  noWeak:
    'Nothing weak so far. Cards whose last rating was “again” or “hard” and weak answers of mock interviews are listed here.',
  weakQuestions: 'Weak answers in mock interviews: {n}; see the report',
  days: 'Days until the interview',
  daysHelp: '1 to 60, counting today',
  makePlan: 'Make a plan',
  print: 'Print',
  daysWrong: 'Enter a whole number from 1 to 60.',
  day: 'Day {n} · {date}',
  minutes: 'about {n} min',
  taskRead: 'Read',
  taskLab: 'Solve',
  taskCards: 'New cards',
  taskWeak: 'Repair weak points',
  taskInterview: 'Take a mock interview',
  taskRepeat: 'Review the cards that are due',
  taskLast: 'Say the ten sentences of the summary; learn nothing new',
  planFull:
    'More than four hours a day: do the first items of each day, and leave labs out if you must.',
  planDone:
    'All done: review the cards that are due and answer aloud on the days left.',
  save: 'Export progress',
  open: 'Import and merge',
  merged:
    'Merged. New: {reviews} {reviews:review|reviews}, {marks} read {marks:mark|marks}, {labs} {labs:exercise|exercises}, {interviews} {interviews:mock interview|mock interviews}. All you had is still there.',
  broken:
    'Not imported: the file is damaged or incomplete. Your progress is unchanged.',
  foreign:
    'Not imported: this is no progress file of this guide. Your progress is unchanged.',
  newer:
    'Not imported: the file comes from a later version of the guide. Load the new version of the site and try again. Your progress is unchanged.',
  tooBig:
    'Not imported: a file of more than 20 MB is no progress file. Your progress is unchanged.',
  unreadable:
    'Not imported: the browser cannot read this file. Your progress is unchanged.',
  blocked:
    'The browser does not let this site store data: changes are lost when you close the page.',
  full: 'The storage of the browser is full: what was merged is on this page only. Export it now.',
  corrupt:
    'A stored record cannot be read. It was put aside unchanged, and a new record begins.',
  markThis: 'Mark as read',
  markedThis: 'Read',
  seeProgress: 'See progress',
};

/** Texts of the progress page and of the mark at the foot of each page. */
export const progressTexts: Record<Locale, ProgressTexts> = {
  'zh-CN': zh,
  en,
};
