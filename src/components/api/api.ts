import { type Locale, localeSegment } from '~/i18n/locales';
import { type ApiLink, readApi } from '~/lib/api/read-api';
import { sitePath } from '~/lib/site-path';
import {
  publicModuleNames,
  publicModules,
} from '../../../packages/algorithms/public.ts';

const sources = import.meta.glob<string>(
  [
    '../../../packages/algorithms/src/*.ts',
    '!../../../packages/algorithms/src/*.test.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** Every public module, read once for all pages. */
export const api = readApi(
  new Map(
    Object.entries(sources).map(([path, text]) => [
      path.replace(/^.*\//, ''),
      text,
    ]),
  ),
  publicModuleNames,
);

/** Where a module or one of its exports is documented. */
export function apiPath(
  locale: Locale,
  { module, name }: Partial<ApiLink> & { module: string },
): string {
  const pages = Object.entries<readonly string[]>(publicModules);
  const [page] = pages.find(([, modules]) => modules.includes(module)) ?? [];
  if (page === undefined) throw new Error(`no API page has '${module}'`);
  const segment = localeSegment(locale);
  const id = name === undefined ? module : `${module}.${name}`;
  return sitePath(`${segment && `/${segment}`}/api/${page}/#api-${id}`);
}

/** The parts of a doc comment that are code, and those between them. */
export function codeParts(text: string): { text: string; isCode: boolean }[] {
  return text
    .split('`')
    .map((part, index) => ({ text: part, isCode: index % 2 === 1 }));
}
