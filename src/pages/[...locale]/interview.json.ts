import type { APIRoute } from 'astro';
import type { Locale } from '~/i18n/locales';
import { interviewBank } from '~/lib/interview/interview-bank';
import { localePaths } from '~/lib/locale-paths';

/** `/interview.json`, `/en/interview.json`: loaded when an interview begins. */
export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: Locale }> = async ({
  props: { locale },
}) => Response.json(await interviewBank(locale));
