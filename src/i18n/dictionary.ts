import type { Locale } from './locales';

const zh = {
  question: '面试官问',
  shortAnswer: '30 秒回答',
  followUp: '追问',
  selfCheck: '自测',
  correct: '正确',
  wrong: '不对',
  verified: '事实核对于',
  difficulty: '难度',
  tags: '标签',
  checkedBy: '核对依据',
  openSource: '查看原文',
  questionNumber: '第 {n} 题',
  source: '源码',
  tryIt: '动手运行',

  run: '运行',
  stop: '停止',
  runTests: '运行测试',
  reset: '重置',
  share: '分享',
  download: '下载',
  edit: '编辑代码',
  files: '文件',
  code: '代码',
  figure: '图',
  output: '输出',
  tests: '测试',
  console: '控制台',
  editorHelp: 'Tab 缩进；按 Esc 再按 Tab 离开编辑器；Ctrl/⌘ + Enter 运行',
  editorLabel: '代码编辑器：{file}',
  playground: '实验：{title}',
  loading: '正在载入运行环境…',
  loadFailed: '运行环境没有载入成功：{reason}。代码与图仍可阅读。',
  retry: '重试',
  staticNote: '下面是构建时运行同一程序得到的结果。',
  noScript: '浏览器没有运行脚本：这里显示的是构建时得到的结果，无法修改代码。',
  stateReady: '已就绪',
  stateRunning: '运行中',
  stateDone: '运行完成，用时 {ms} 毫秒',
  stateStopped: '已停止',
  stateError: '程序出错',
  statePassed: '{passed} 个测试全部通过',
  stateFailed: '{failed} 个测试未通过，{passed} 个通过',
  stateTesting: '正在运行测试…',
  stoppedByReader: '程序已由你停止。',
  stoppedByLimit:
    '程序连续运行超过 {seconds} 秒没有让出，已被停止。检查循环的结束条件。',
  crashed: '运行环境异常退出，已重新建立。可能是内存不足。',
  limitConsoleLines: '控制台输出超过上限（{value} 行），后面的行不再显示。',
  limitPlotFrames: '图的帧数超过上限（{value} 帧），后面的帧不再显示。',
  limitPlotCells: '图的数据超过上限（{value} 个值），后面的帧不再显示。',
  limitTestCases: '测试用例超过上限（{value} 个），后面的用例不再运行。',
  errorAt: '{file} 第 {line} 行',
  errorAtColumn: '{file} 第 {line} 行第 {column} 列',
  errorSyntax: '语法错误',
  errorRejection: '没有处理的 Promise 拒绝',
  errorModule: '找不到模块',
  expected: '期望',
  received: '实际',
  passed: '通过',
  failed: '未通过',
  skipped: '跳过',
  waiting: '等待',
  noOutput: '程序没有打印任何内容。',
  noFigure: '程序没有画图：调用 plot.scatter、plot.line 等即可看到图。',
  figureBroken: '图“{name}”的数据无法绘制：{reason}',
  frame: '第 {n} / {count} 帧',
  frameSlider: '帧',
  play: '播放',
  pause: '暂停',
  previousFrame: '上一帧',
  nextFrame: '下一帧',
  dataTable: '数据表',
  edited: '已修改',
  reverted: '已恢复为原来的代码。',
} as const;

export type MessageKey = keyof typeof zh;
export type Dictionary = Record<MessageKey, string>;

const en: Dictionary = {
  question: 'The interviewer asks',
  shortAnswer: 'The 30-second answer',
  followUp: 'Follow-up',
  selfCheck: 'Self-check',
  correct: 'Right',
  wrong: 'Not quite',
  verified: 'Facts checked on',
  difficulty: 'Difficulty',
  tags: 'Tags',
  checkedBy: 'Checked against',
  openSource: 'Open the source',
  questionNumber: 'Question {n}',
  source: 'Source',
  tryIt: 'Run it',

  run: 'Run',
  stop: 'Stop',
  runTests: 'Run tests',
  reset: 'Reset',
  share: 'Share',
  download: 'Download',
  edit: 'Edit the code',
  files: 'Files',
  code: 'Code',
  figure: 'Figure',
  output: 'Output',
  tests: 'Tests',
  console: 'Console',
  editorHelp:
    'Tab indents; Esc, then Tab leaves the editor; Ctrl/⌘ + Enter runs',
  editorLabel: 'Code editor: {file}',
  playground: 'Lab: {title}',
  loading: 'Loading the runtime…',
  loadFailed:
    'The runtime did not load: {reason}. Code and figures stay readable.',
  retry: 'Try again',
  staticNote:
    'Below is what the same program produced when the site was built.',
  noScript:
    'Scripts are off: this is what the program produced when the site was built; the code cannot be changed here.',
  stateReady: 'Ready',
  stateRunning: 'Running',
  stateDone: 'Finished in {ms} ms',
  stateStopped: 'Stopped',
  stateError: 'The program failed',
  statePassed: 'All {passed} tests pass',
  stateFailed: '{failed} tests fail, {passed} pass',
  stateTesting: 'Running the tests…',
  stoppedByReader: 'You stopped the program.',
  stoppedByLimit:
    'The program ran for more than {seconds} s without yielding and was stopped. Check when its loop ends.',
  crashed:
    'The runtime ended unexpectedly and was rebuilt. It may have run out of memory.',
  limitConsoleLines:
    'The console is full ({value} lines); later lines are not shown.',
  limitPlotFrames:
    'The figures are full ({value} frames); later frames are not shown.',
  limitPlotCells:
    'The figures are full ({value} values); later frames are not shown.',
  limitTestCases:
    'There are more than {value} test cases; later ones are not run.',
  errorAt: '{file}, line {line}',
  errorAtColumn: '{file}, line {line}, column {column}',
  errorSyntax: 'Syntax error',
  errorRejection: 'Unhandled promise rejection',
  errorModule: 'Module not found',
  expected: 'Expected',
  received: 'Received',
  passed: 'Passed',
  failed: 'Failed',
  skipped: 'Skipped',
  waiting: 'Waiting',
  noOutput: 'The program printed nothing.',
  noFigure:
    'The program drew nothing: call plot.scatter, plot.line and so on to see a figure.',
  figureBroken: 'The data of figure “{name}” cannot be drawn: {reason}',
  frame: 'Frame {n} of {count}',
  frameSlider: 'Frame',
  play: 'Play',
  pause: 'Pause',
  previousFrame: 'Previous frame',
  nextFrame: 'Next frame',
  dataTable: 'Data table',
  edited: 'Edited',
  reverted: 'The original code is back.',
};

const dictionaries: Record<Locale, Dictionary> = { 'zh-CN': zh, en };

export function dictionaryOf(locale: Locale): Dictionary {
  return dictionaries[locale];
}

/** Fills `{name}` places of a message. */
export function fill(
  message: string,
  values: Readonly<Record<string, string | number>>,
): string {
  return message.replace(/\{(\w+)\}/g, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}
