import type { APIRoute } from 'astro';
import { dictionaryOf } from '~/i18n/dictionary';
import { type Locale, locales } from '~/i18n/locales';
import { type CardFormat, cardFile, cardFormats } from '~/lib/study/card-file';
import { studyCards } from '~/lib/study/cards';
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
  const cards = await studyCards(locale);
  return new Response(
    format === 'csv'
      ? cardsCsv(cards)
      : cardsApkg(cards, dictionaryOf(locale).deckName),
  );
};
