import { getCollection } from 'astro:content';
import { type Locale, localeSegment } from '~/i18n/locales';
import { citationsIn } from '~/lib/citations-in';
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
  const docs = await getCollection('docs');
  const cited = new Map<string, CitingPage[]>();
  for (const { id, body = '', data } of docs) {
    if (segment === '' ? id.startsWith('en/') : !id.startsWith(`${segment}/`)) {
      continue;
    }
    const href = sitePath(`/${id}/`);
    for (const [source, places] of citationsIn(body)) {
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
