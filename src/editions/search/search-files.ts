import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Locale, locales } from '../../i18n/locales.ts';
import type {
  SearchFile,
  SearchRecord,
} from '../../lib/search/search-record.ts';
import { folderOf } from '../guide.ts';
import type { BuiltPage } from '../pages.ts';
import {
  cardRecords,
  referenceRecords,
  type TermRecord,
  termRecords,
} from './entry-records.ts';
import { labRecords } from './lab-records.ts';
import { otherWords } from './other-names.ts';
import { namesOf, tagsOf } from './section-names.ts';
import { sectionRecords } from './section-records.ts';

type Pages = ReadonlyMap<string, BuiltPage>;

/** Other people's licences would be found with every second word. */
const SKIPPED = /^\/(?:en\/)?licences\//;

/** Writes what the search of each language reads, `search/en.json`. */
export async function writeSearchFiles(
  root: string,
  pages: Pages,
  { base }: { base: string },
): Promise<void> {
  const prefix = base.replace(/\/$/, '');
  await mkdir(join(root, 'search'), { recursive: true });
  for (const locale of locales) {
    const file = await searchFile(pages, locale, prefix);
    await writeFile(join(root, `search/${locale}.json`), JSON.stringify(file));
  }
}

async function searchFile(
  pages: Pages,
  locale: Locale,
  prefix: string,
): Promise<SearchFile> {
  const own = [...pages.values()].filter(
    ({ article }) => article.lang === locale && !SKIPPED.test(article.path),
  );
  const terms = termsOf(pages, locale, prefix);
  const names = namesOf(locale, terms);
  const labs = await Promise.all(own.map(labRecords));
  return {
    records: [
      ...own.flatMap(({ article }) =>
        sectionRecords(article, names, tagsOf(article, locale, pages)),
      ),
      ...labs.flat(),
      ...cardRecords(pageAt(pages, locale, 'review'), prefix),
      ...terms.map(({ section: _, ...term }) => term),
      ...referenceRecords(pageAt(pages, locale, 'references')),
    ],
    synonyms: [...terms.map(({ names }) => names), ...otherWords].filter(
      (names) => names.length > 1,
    ),
  };
}

/** The terms in one language, with the names of all. */
function termsOf(pages: Pages, locale: Locale, prefix: string): TermRecord[] {
  const all = locales.flatMap((each) =>
    termRecords(pageAt(pages, each, 'glossary'), prefix),
  );
  const idOf = ({ path }: SearchRecord) => path.split('#')[1];
  const byId = Map.groupBy(all, idOf);
  return termRecords(pageAt(pages, locale, 'glossary'), prefix).map((term) => ({
    ...term,
    names: [
      ...new Set((byId.get(idOf(term)) ?? []).flatMap(({ names }) => names)),
    ],
  }));
}

function pageAt(pages: Pages, locale: Locale, slug: string): BuiltPage {
  const path = `${folderOf(locale)}${slug}/`;
  const page = pages.get(path);
  if (page === undefined) {
    throw new Error(`The search needs the page ${path}, which was not built.`);
  }
  return page;
}
