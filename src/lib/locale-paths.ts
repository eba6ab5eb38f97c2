import type { GetStaticPaths } from 'astro';
import { localeSegment, locales } from '~/i18n/locales';

/** `getStaticPaths` of a file that each language has, in its folder. */
export const localePaths = (() =>
  locales.map((locale) => ({
    params: { locale: localeSegment(locale) || undefined },
    props: { locale },
  }))) satisfies GetStaticPaths;
