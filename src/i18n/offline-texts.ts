import type { Locale } from './locales';

const zh = {
  title: '离线阅读',
  preparing: '正在为断网阅读做准备…',
  progress: '正在保存：{done} / {files} 个文件，{stored} / {total}',
  usual:
    '断网也能用：这个语言的全部页面、搜索和实验都已保存在这台设备上（{size}）。',
  part: '断网时只能看一部分：已保存 {size}，其余的没有保存。',
  all: '断网也能用：整本指南都已保存在这台设备上（{size}）。',
  none: '没有为断网阅读保存任何内容。',
  store: '离线保存整本指南',
  storeSize: '离线保存整本指南，含Python（下载约 {download}，占用 {space}）',
  stop: '停止保存',
  remove: '移除离线内容',
  full: '空间不够：浏览器不再让网站存东西。已经存下的还能用；清理一些空间后再试。',
  cut: '网络断了，还没存完。已经存下的还能用；连上网后再试。',
  changed: '网站已经更新，这个版本存不全了。载入新版本后再试。',
  blocked: '浏览器没有允许离线保存，可能是无痕模式或设置所致。联网时一切照常。',
  unsupported:
    '这里不能离线保存：浏览器不支持，或者网站不是通过 https 打开的。联网时一切照常。',
  update:
    '指南有新版本，已经下载好了。打开着的页面都会重新载入，你改过的代码会保留。',
  unsaved:
    '这个页面有还没存下的修改，重新载入会丢失。先处理实验上方的提示，或把代码复制出来。',
  apply: '载入新版本',
  later: '以后再说',
} as const;

export type OfflineTexts = Record<keyof typeof zh, string>;

const en: OfflineTexts = {
  title: 'Reading without a network',
  preparing: 'Getting ready for reading without a network…',
  progress:
    'Storing: {done} of {files} {files:file|files}, {stored} of {total}',
  usual:
    'Works without a network: all pages, the search and the labs of this language are stored on this device ({size}).',
  part: 'Works without a network in part: {size} is stored, the rest is not.',
  all: 'Works without a network: the whole guide is stored on this device ({size}).',
  none: 'Nothing is stored for reading without a network.',
  store: 'Store the whole guide',
  storeSize:
    'Store the whole guide, Python included (download about {download}, takes {space})',
  stop: 'Stop storing',
  remove: 'Remove what is stored',
  full: 'Not enough space: the browser lets the site store no more. What is stored works; free some space and try again.',
  cut: 'The network was cut before all was stored. What is stored works; try again when you are connected.',
  changed:
    'The site has been updated, so this version cannot be stored in full. Load the new version and try again.',
  blocked:
    'The browser did not allow storing, perhaps because of a private window or its settings. With a network all works as usual.',
  unsupported:
    'Nothing can be stored here: the browser cannot do it, or the site was not opened by https. With a network all works as usual.',
  update:
    'A new version of the guide has been downloaded. All its open pages will load anew; code you have changed is kept.',
  unsaved:
    'This page has changes that are not saved and would be lost. Settle the notice above the lab, or copy your code, first.',
  apply: 'Load the new version',
  later: 'Later',
};

/**
 * Texts of the panel for reading without a network: apart from the others,
 * because every page loads them, after all else.
 */
export const offlineTexts: Record<Locale, OfflineTexts> = { 'zh-CN': zh, en };
