import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const folder = (path: string) =>
  fileURLToPath(new URL(`../../${path}`, import.meta.url));
const docs = folder('src/content/docs');
const labFolder = folder('packages/labs');
const algorithms = folder('packages/algorithms/src');

/** Every page of one language, the home page as ''. */
export const slugs: readonly string[] = readdirSync(docs, { recursive: true })
  .map((file) => String(file).replaceAll('\\', '/'))
  .filter((file) => /\.mdx?$/.test(file) && !file.startsWith('en/'))
  .map((file) => file.replace(/\.mdx?$/, '').replace(/^index$/, ''))
  .sort();

export interface LabFacts {
  id: string;
  slug: string;
  /** Names of the files with a tab. */
  tabs: readonly string[];
  /** Names of those that are tests. */
  tests: readonly string[];
  /** Names of its figures; a test of the labs compares them with the program. */
  figures: readonly string[];
}

/** Every lab, read from the pages that show it and from its own record. */
export const labs: readonly LabFacts[] = slugs.flatMap((slug) =>
  Array.from(
    pageText(slug).matchAll(/<Playground lab="([\w-]+)"/g),
    ([, id = '']) => ({
      id,
      slug,
      tabs: namesIn(id, 'tabs'),
      tests: namesIn(id, 'tests'),
      figures: figuresIn(id),
    }),
  ),
);

export function labsOf(slug: string): readonly LabFacts[] {
  return labs.filter((lab) => lab.slug === slug);
}

function pageText(slug: string): string {
  return readFileSync(`${docs}/${slug || 'index'}.mdx`, 'utf8');
}

function namesIn(lab: string, list: 'tabs' | 'tests'): string[] {
  const record = readFileSync(`${labFolder}/${lab}/lab.ts`, 'utf8');
  const [, names = ''] = new RegExp(`^ {2}${list}: \\[([^\\]]*)\\]`, 'm').exec(
    record,
  ) ?? [''];
  return Array.from(names.matchAll(/'([^']+)'/g), ([, name = '']) => name);
}

function figuresIn(lab: string): string[] {
  const record = readFileSync(`${labFolder}/${lab}/lab.ts`, 'utf8');
  const [, body = ''] =
    /^ {2}figures: \{([\s\S]*?)^ {2}\},/m.exec(record) ?? [];
  const keys = body.matchAll(/^ {4}'?([\w-]+)'?: \{/gm);
  return Array.from(keys, ([, name = '']) => name);
}

/** The text of a lab's file in the repository. */
export function sourceOf(lab: string, file: string): string {
  const own = `${labFolder}/${lab}/${file}`;
  const shared = file.endsWith('.py') ? folder('packages/python') : algorithms;
  return readFileSync(existsSync(own) ? own : `${shared}/${file}`, 'utf8');
}

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
