import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const docs = fileURLToPath(new URL('../../src/content/docs', import.meta.url));

/** Every page of one language, the home page as ''. */
export const slugs: readonly string[] = readdirSync(docs, { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => /\.mdx?$/.test(file) && !file.startsWith('en/'))
  .map((file) => file.replace(/\.mdx?$/, '').replace(/^index$/, ''))
  .sort();

/** Labs with tests first; each lives on one page. */
export const labs = [
  { id: 'k-means', slug: 'coding/k-means', hasTests: true },
  { id: 'neural-network', slug: 'coding/neural-network', hasTests: true },
  { id: 'decision-tree', slug: 'coding/decision-tree', hasTests: true },
  { id: 'errata-neural-network', slug: 'errata', hasTests: false },
  { id: 'errata-k-means', slug: 'errata', hasTests: false },
  { id: 'errata-decision-tree', slug: 'errata', hasTests: false },
] as const;

export type LabName = (typeof labs)[number]['id'];

/** Address of a page, relative to the base of the site. */
export function pathOf(slug: string, locale: Locale = 'zh-CN'): string {
  const path = [locale === 'en' ? 'en' : '', slug].filter(Boolean).join('/');
  return path === '' ? './' : `${path}/`;
}

/** The names that readers and assistive technology find things by. */
export const names = {
  'zh-CN': {
    run: '运行',
    stop: '停止',
    runTests: '运行测试',
    reset: '重置',
    code: '代码',
    figure: '图',
    output: '输出',
    panes: '显示',
    console: '控制台',
    tests: '测试',
    dataTable: '数据表',
    frame: '帧',
    next: '下一帧',
    previous: '上一帧',
    play: '播放',
    pause: '暂停',
    expected: '期望',
    received: '实际',
    edited: '已修改',
  },
  en: {
    run: 'Run',
    stop: 'Stop',
    runTests: 'Run tests',
    reset: 'Reset',
    code: 'Code',
    figure: 'Figure',
    output: 'Output',
    panes: 'View',
    console: 'Console',
    tests: 'Tests',
    dataTable: 'Data table',
    frame: 'Frame',
    next: 'Next frame',
    previous: 'Previous frame',
    play: 'Play',
    pause: 'Pause',
    expected: 'Expected',
    received: 'Received',
    edited: 'Edited',
  },
} as const satisfies Record<Locale, Record<string, string>>;
