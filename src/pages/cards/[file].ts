import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { dictionaryOf } from '~/i18n/dictionary';
import { type Locale, locales } from '~/i18n/locales';
import { wholeAddress } from '~/lib/site-path';
import { type CardFormat, cardFile, cardFormats } from '~/lib/study/card-file';
import { type StudyCard, studyCards } from '~/lib/study/cards';
import { cardsApkg } from '~/lib/study/cards-apkg';
import { cardsCsv } from '~/lib/study/cards-csv';

interface Props {
  locale: Locale;
  format: CardFormat;
}

/** The cards as files to take away, made by the build. */
export function getStaticPaths() {
  return locales.flatMap((locale) =>
    cardFormats.map((format) => ({
      params: { file: cardFile(locale, format) },
      props: { locale, format } satisfies Props,
    })),
  );
}

export const GET: APIRoute<Props> = async ({ props: { locale, format } }) => {
  const cards = (await studyCards(locale)).map(withAddresses);
  const name = dictionaryOf(locale).deckName;
  return new Response(
    format === 'csv'
      ? cardsCsv(cards)
      : cardsApkg(cards, { name, locale, changed: await lastChange() }),
  );
};

function withAddresses(card: StudyCard): StudyCard {
  return {
    ...card,
    href: wholeAddress(card.href),
    sources: card.sources.map(({ name, url }) =>
      url === undefined ? { name } : { name, url: wholeAddress(url) },
    ),
  };
}

/** The last day on which a page was checked or a change was told. */
async function lastChange(): Promise<Date> {
  const docs = await getCollection('docs');
  const changes = await getCollection('changes');
  const days = [
    ...docs.map(({ data }) => data.verified),
    ...changes.map(({ data }) => data.date),
  ];
  return new Date(Math.max(...days.map((day) => day.getTime())));
}
