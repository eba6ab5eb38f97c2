import { getCollection, getEntry } from 'astro:content';
import { type Locale, localeSegment } from '~/i18n/locales';
import { referenceById, shortName } from '~/lib/references';
import { sitePath } from '~/lib/site-path';

export interface StudyCard {
  id: string;
  question: string;
  answer: string;
  /** Slug of the page, the same in both languages. */
  slug: string;
  /** Title and address of the page that explains it, at its heading. */
  page: string;
  href: string;
  sources: { name: string; url: string }[];
}

/** All cards in one language, page by page. */
export async function studyCards(locale: Locale): Promise<StudyCard[]> {
  const cards = await getCollection('cards');
  cards.sort((a, b) => a.data.order - b.data.order);
  return Promise.all(
    cards.map(async ({ id, data }) => {
      const segment = localeSegment(locale);
      const slug = segment === '' ? data.page : `${segment}/${data.page}`;
      const page = await getEntry('docs', slug);
      if (page === undefined) {
        throw new Error(
          `Card '${id}' names the page '${slug}', which does not exist.`,
        );
      }
      const sources = await Promise.all(data.sources.map(referenceById));
      return {
        id,
        slug: data.page,
        ...(locale === 'en' ? data.en : data.zh),
        page: page.data.title,
        href: sitePath(`/${slug}/#${data.heading}`),
        sources: sources.map((source) => ({
          name: shortName(source),
          url: source.data.url,
        })),
      };
    }),
  );
}
