import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { SearchRecord } from '../../lib/search/search-record.ts';
import { findClass, findTag, textOf } from '../hast.ts';
import type { BuiltPage } from '../pages.ts';

const SECTION = /<section[^>]*\sdata-lab="([\w-]+)"[^>]*>/g;

/** The labs of a page with the files that a reader can open there. */
export function labRecords({
  article,
  html,
}: BuiltPage): Promise<SearchRecord[]> {
  const ids = Array.from(html.matchAll(SECTION), ([, id = '']) => id);
  const labs = findClass(article.content, 'lab');
  return Promise.all(
    ids.map(async (id, i) => {
      const lab = labs[i];
      const [title] = lab ? findTag(lab, 'strong').map(textOf) : [];
      if (lab === undefined || title === undefined) {
        throw new Error(`${article.path} shows no lab '${id}' to read.`);
      }
      return {
        kind: 'lab',
        path: `${article.path}#lab-${id}`,
        // `实验：K-means聚类`
        title: title.replace(/^.*?(?:：|: )/, ''),
        page: article.title,
        text: findTag(lab, 'strong').slice(1).map(textOf).join(' '),
        files: await openFiles(id),
      };
    }),
  );
}

async function openFiles(id: string): Promise<Record<string, string>> {
  const record = await readFile(`packages/labs/${id}/lab.ts`, 'utf8');
  const [, tabs = ''] = /^ {2}tabs: \[([^\]]*)\]/m.exec(record) ?? [];
  const names = Array.from(
    tabs.matchAll(/'([^']+)'/g),
    ([, name = '']) => name,
  );
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await source(id, name)]),
    ),
  );
}

/** A file of the lab's own, or of the algorithms. */
function source(lab: string, name: string): Promise<string> {
  const own = `packages/labs/${lab}/${name}`;
  return readFile(
    existsSync(own) ? own : `packages/algorithms/src/${name}`,
    'utf8',
  );
}
