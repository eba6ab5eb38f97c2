import { type CollectionEntry, getCollection } from 'astro:content';
import { type Locale, localeSegment } from '~/i18n/locales';
import { sitePath } from '~/lib/site-path';
import { type StudyCard, studyCards } from '~/lib/study/cards';
import type { Bank } from './bank';
import { type Stock, stockOf } from './supply';

type Entry = CollectionEntry<'interview'>['data'];
type Borrowed = Entry['followUps']['weak'][number];

/** The whole bank in one language. */
export async function interviewBank(locale: Locale): Promise<Bank> {
  const entries = (await getCollection('interview')).map(({ data }) => data);
  entries.sort((a, b) => a.order - b.order);
  const cards = new Map(
    (await studyCards(locale)).map((card) => [card.id, card]),
  );
  return {
    pages: await interviewPages(locale),
    questions: entries.map((entry) => questionOf(entry, locale, cards)),
  };
}

/** What each page has to be asked. */
export async function interviewStock(): Promise<ReadonlyMap<string, Stock>> {
  const entries = (await getCollection('interview')).map(({ data }) => data);
  return new Map(
    [...Map.groupBy(entries, ({ page }) => page)].map(([page, list]) => [
      page,
      stockOf(list),
    ]),
  );
}

/** The pages that questions are about, in their order. */
export async function interviewPages(locale: Locale) {
  const entries = await getCollection('interview');
  entries.sort((a, b) => a.data.order - b.data.order);
  const docs = await getCollection('docs');
  const slugs = [...new Set(entries.map(({ data }) => data.page))];
  return slugs.map((page) => {
    const slug = slugIn(locale, page);
    const title = docs.find(({ id }) => id === slug)?.data.title;
    if (title === undefined) {
      throw new Error(`A question names the page '${slug}': there is none.`);
    }
    return { page, title, href: sitePath(`/${slug}/`) };
  });
}

function questionOf(
  entry: Entry,
  locale: Locale,
  cards: ReadonlyMap<string, StudyCard>,
) {
  const language = locale === 'en' ? 'en' : 'zh';
  const href = (page: string, heading: string) =>
    sitePath(`/${slugIn(locale, page)}/#${heading}`);
  const followUp = (borrowed: Borrowed) => {
    if ('card' in borrowed) {
      const card = cards.get(borrowed.card);
      if (card === undefined) {
        throw new Error(
          `Question '${entry.id}' borrows the card '${borrowed.card}', ` +
            'which is not in cards.yaml.',
        );
      }
      return { question: card.question, answer: card.answer, href: card.href };
    }
    return {
      ...borrowed[language],
      href: href(borrowed.page ?? entry.page, borrowed.heading),
    };
  };
  return {
    id: entry.id,
    page: entry.page,
    level: entry.level,
    minutes: entry.minutes,
    ...(entry.lab === undefined ? {} : { lab: entry.lab }),
    question: entry[language],
    points: entry.points.map((point) => ({
      text: point[language],
      href: href(point.page ?? entry.page, point.heading),
    })),
    followUps: {
      weak: entry.followUps.weak.map(followUp),
      fair: entry.followUps.fair.map(followUp),
      strong: entry.followUps.strong.map(followUp),
    },
  };
}

function slugIn(locale: Locale, page: string): string {
  const segment = localeSegment(locale);
  return segment === '' ? page : `${segment}/${page}`;
}
