import type { APIRoute } from 'astro';
import { type Locale, locales } from '~/i18n/locales';
import { glossaryTerms } from '~/lib/glossary';
import type { TermFacts } from '~/lib/glossary-file';

/** What hover cards say, by the id of the term: one file a language. */
export function getStaticPaths() {
  return locales.map((locale) => ({
    params: { file: locale },
    props: { locale },
  }));
}

export const GET: APIRoute<{ locale: Locale }> = async ({ props }) => {
  const terms = await glossaryTerms(props.locale);
  return Response.json(
    Object.fromEntries(
      terms.map(({ id, name, otherName, text, section, href }) => [
        id,
        { name, otherName, text, section, href } satisfies TermFacts,
      ]),
    ),
  );
};
