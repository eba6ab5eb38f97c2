import type { APIRoute, GetStaticPaths } from 'astro';
import { type Locale, localeSegment, locales } from '~/i18n/locales';
import { interviewBank } from '~/lib/interview/interview-bank';

/** `/interview.json`, `/en/interview.json`: loaded when an interview begins. */
export const getStaticPaths = (() =>
  locales.map((locale) => ({
    params: { locale: localeSegment(locale) || undefined },
    props: { locale },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ locale: Locale }> = async ({
  props: { locale },
}) => Response.json(await interviewBank(locale));
