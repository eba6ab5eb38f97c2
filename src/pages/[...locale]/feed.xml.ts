import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { dictionaryOf } from '~/i18n/dictionary';
import { type Locale, localeSegment } from '~/i18n/locales';
import { atomFeed } from '~/lib/atom-feed';
import { localePaths } from '~/lib/locale-paths';
import { siteAddress } from '~/lib/site-path';

/** `/feed.xml`, `/en/feed.xml`: what has changed. */
export const getStaticPaths = localePaths;

export const GET: APIRoute<{ locale: Locale }> = async ({
  props: { locale },
}) => {
  const segment = localeSegment(locale);
  const folder = segment === '' ? '/' : `/${segment}/`;
  const changes = await getCollection('changes');
  const { appName } = dictionaryOf(locale);
  const feed = atomFeed({
    lang: locale,
    title: appName,
    author: appName,
    self: siteAddress(`${folder}feed.xml`),
    home: siteAddress(folder),
    entries: changes.map(({ id, data }) => {
      const [page = 'index'] = data.pages;
      return {
        id,
        date: data.date,
        ...(locale === 'en' ? data.en : data.zh),
        href: siteAddress(folder + (page === 'index' ? '' : `${page}/`)),
      };
    }),
  });
  return new Response(feed, {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
