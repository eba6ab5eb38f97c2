import type { Locale } from '~/i18n/locales';
import { SearchEngine } from '~/lib/search/search-engine';
import type { SearchFile } from '~/lib/search/search-record';
import { sitePath } from '~/lib/site-path';

let engine: Promise<SearchEngine> | undefined;

/** Loads once what the build wrote; after a failure the next call asks again. */
export function loadEngine(locale: Locale): Promise<SearchEngine> {
  engine ??= fetch(sitePath(`/search/${locale}.json`)).then(
    async (response) => {
      if (!response.ok) {
        throw new Error(`${response.url}: ${response.status}`);
      }
      return SearchEngine.create((await response.json()) as SearchFile);
    },
  );
  engine.catch(() => {
    engine = undefined;
  });
  return engine;
}
