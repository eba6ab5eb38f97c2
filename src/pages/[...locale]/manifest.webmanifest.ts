import type { APIRoute } from 'astro';
import { dictionaryOf } from '~/i18n/dictionary';
import { type Locale, localeSegment } from '~/i18n/locales';
import { localePaths } from '~/lib/locale-paths';
import { sitePath } from '~/lib/site-path';
import { themeColours } from '~/lib/theme-colours';

/** `/manifest.webmanifest`, `/en/manifest.webmanifest`. */
export const getStaticPaths = localePaths;

const icon = (name: string, size: number, purpose: string) => ({
  src: sitePath(`/icons/${name}-${size}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

export const GET: APIRoute<{ locale: Locale }> = ({ props: { locale } }) => {
  const text = dictionaryOf(locale);
  const manifest = {
    // One app, whichever language it was installed from.
    id: sitePath('/'),
    scope: sitePath('/'),
    start_url: sitePath(
      localeSegment(locale) === '' ? '/' : `/${localeSegment(locale)}/`,
    ),
    lang: locale,
    dir: 'ltr',
    name: text.appName,
    short_name: text.shortTitle,
    description: text.appDescription,
    display: 'standalone',
    theme_color: themeColours.light,
    background_color: themeColours.light,
    categories: ['education', 'books'],
    icons: [
      icon('icon', 192, 'any'),
      icon('icon', 512, 'any'),
      icon('maskable', 192, 'maskable'),
      icon('maskable', 512, 'maskable'),
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
};
