import { type CollectionEntry, getCollection, getEntry } from 'astro:content';
import { type LabId, loadLab } from '@runnable-guide/labs/catalog';
import { dictionaryOf, fill } from '~/i18n/dictionary';
import { type Locale, localeSegment } from '~/i18n/locales';
import { referenceById, shortName } from '~/lib/references';
import { sitePath } from '~/lib/site-path';
import { labHeading } from './lab-heading';

/** What an answer rests on: a reference, a lab, or the section itself. */
interface CardSource {
  name: string;
  /** Address of the reference or lab; the section has that of the card. */
  url?: string;
}

export interface StudyCard {
  id: string;
  question: string;
  answer: string;
  /** Slug of the page, the same in both languages. */
  slug: string;
  /** Title and address of the page that explains it, at its heading. */
  page: string;
  href: string;
  sources: CardSource[];
}

type Entry = CollectionEntry<'cards'>['data'];

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
      const path = sitePath(`/${slug}/`);
      return {
        id,
        slug: data.page,
        ...(locale === 'en' ? data.en : data.zh),
        page: page.data.title,
        href: `${path}#${data.heading}`,
        sources: await sourcesOf(id, data, locale, path, page.body ?? ''),
      };
    }),
  );
}

async function sourcesOf(
  id: string,
  { sources, lab, derived }: Entry,
  locale: Locale,
  path: string,
  body: string,
): Promise<CardSource[]> {
  const text = dictionaryOf(locale);
  const found: CardSource[] = (
    await Promise.all(sources.map(referenceById))
  ).map((source) => ({ name: shortName(source), url: source.data.url }));
  if (lab !== undefined) {
    const heading = labHeading(body, lab);
    if (heading === undefined) {
      throw new Error(`Card '${id}' names the lab '${lab}': not on its page.`);
    }
    const { title } = await loadLab(lab as LabId);
    const name = fill(text.cardLab, { title: title[locale] });
    found.push({ name, url: `${path}#${heading}` });
  }
  return derived ? [...found, { name: text.cardDerived }] : found;
}
