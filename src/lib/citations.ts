import { getCollection } from 'astro:content';
import { type Locale, localeSegment } from '~/i18n/locales';
import { citationsIn, type Place } from '~/lib/citations-in';
import { sitePath } from '~/lib/site-path';

export interface CitingPage {
  title: string;
  href: string;
  /** The sections of the page that cite the source, in order. */
  places: { title: string; href: string }[];
}

/** For each source, by its id, the pages of one language that cite it. */
export async function citingPages(
  locale: Locale,
): Promise<Map<string, CitingPage[]>> {
  const segment = localeSegment(locale);
  const cited = new Map<string, CitingPage[]>();
  for (const { id, body = '', data } of await getCollection('docs')) {
    if (segment === '' ? id.startsWith('en/') : !id.startsWith(`${segment}/`)) {
      continue;
    }
    const href = sitePath(`/${id}/`);
    const citations = id.endsWith('glossary')
      ? await termsBySource(locale)
      : citationsIn(body);
    for (const [source, places] of citations) {
      const page = {
        title: data.title,
        href,
        places: places.map(({ heading, title }) => ({
          title,
          href: `${href}#${heading}`,
        })),
      };
      cited.set(source, [...(cited.get(source) ?? []), page]);
    }
  }
  return cited;
}

/** What the glossary cites: its entries are its sections. */
async function termsBySource(locale: Locale): Promise<Map<string, Place[]>> {
  const cited = new Map<string, Place[]>();
  for (const { id, data } of await getCollection('glossary')) {
    if (data.source !== undefined) {
      const title = (locale === 'en' ? data.en : data.zh).name;
      const places = cited.get(data.source) ?? [];
      cited.set(data.source, [...places, { heading: id, title }]);
    }
  }
  return cited;
}
