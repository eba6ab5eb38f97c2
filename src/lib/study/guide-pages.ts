import { getCollection } from 'astro:content';
import { type LabId, loadLab } from '@runnable-guide/labs/catalog';
import { type Locale, localeSegment } from '~/i18n/locales';
import { sitePath } from '~/lib/site-path';
import { studyCards } from './cards';
import { labHeading } from './lab-heading';

/** The pages to study, in the order of the cards, in one language. */
export async function guidePages(locale: Locale) {
  const segment = localeSegment(locale);
  const cards = await studyCards(locale);
  const docs = await getCollection('docs');
  const slugs = [...new Set(cards.map(({ slug }) => slug))];
  return Promise.all(
    slugs.map(async (slug) => {
      const doc = docs.find(
        ({ id }) => id === (segment === '' ? slug : `${segment}/${slug}`),
      );
      const chinese = docs.find(({ id }) => id === slug);
      if (doc?.body === undefined || chinese?.body === undefined) {
        throw new Error(`No page '${slug}' in content/docs`);
      }
      const path = sitePath(`${segment && `/${segment}`}/${slug}/`);
      return {
        page: slug,
        title: doc.data.title,
        href: path,
        minutes: readingMinutes(chinese.body),
        labs: await exercisesIn(doc.body, locale, path),
        cards: cards
          .filter((card) => card.slug === slug)
          .map(({ id, question, href }) => ({ id, title: question, href })),
      };
    }),
  );
}

/** About 400 Chinese characters a minute. */
function readingMinutes(chinese: string): number {
  const han = chinese.match(/\p{Script=Han}/gu) ?? [];
  return Math.max(5, Math.round(han.length / 400));
}

/** Labs with an exercise, at the heading that they stand under. */
async function exercisesIn(body: string, locale: Locale, path: string) {
  const labs = await Promise.all(
    Array.from(
      body.matchAll(/<Playground lab="([\w-]+)"/g),
      async ({ 1: id = '' }) => ({
        id,
        lab: await loadLab(id as LabId),
      }),
    ),
  );
  return labs
    .filter(({ lab }) => lab.exercise !== undefined)
    .map(({ id, lab }) => ({
      id,
      title: lab.title[locale],
      href: `${path}#${labHeading(body, id) ?? '_top'}`,
    }));
}
