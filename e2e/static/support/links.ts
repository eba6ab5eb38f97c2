import { attribute, type BuiltPage, base, elements } from './site.ts';

export interface Reference {
  /** `a[href]`, as a person would name the place. */
  place: string;
  url: string;
  /** A link waits for a click; everything else the browser fetches itself. */
  isLink: boolean;
}

const ATTRIBUTES: Record<string, string[]> = {
  a: ['href'],
  area: ['href'],
  'astro-island': ['component-url', 'renderer-url', 'before-hydration-url'],
  audio: ['src'],
  embed: ['src'],
  form: ['action'],
  iframe: ['src'],
  image: ['href', 'xLinkHref'],
  img: ['src', 'srcSet'],
  input: ['src'],
  link: ['href', 'imageSrcSet'],
  object: ['data'],
  script: ['src'],
  source: ['src', 'srcSet'],
  track: ['src'],
  use: ['href', 'xLinkHref'],
  video: ['src', 'poster'],
};

/** `rel` values of `<link>` that name an address and fetch nothing. */
const INERT_LINKS = ['alternate', 'canonical', 'license'];

/** Every address that stands in the attributes of the page. */
export function referencesOf({ tree }: BuiltPage): Reference[] {
  return elements(tree).flatMap((element) => {
    const { tagName } = element;
    const rel = attribute(element, 'rel') ?? '';
    const isLink =
      tagName === 'a' ||
      tagName === 'area' ||
      (tagName === 'link' && INERT_LINKS.includes(rel));
    const plain = (ATTRIBUTES[tagName] ?? []).flatMap((property) => {
      const value = attribute(element, property);
      const place =
        tagName === 'link'
          ? `link[rel=${rel}]`
          : `${tagName}[${property.toLowerCase()}]`;
      const urls = property.endsWith('rcSet') ? candidates(value) : [value];
      return urls.flatMap((url) =>
        url === undefined ? [] : [{ place, url, isLink }],
      );
    });
    const style = urlsOfCss(attribute(element, 'style') ?? '').map((url) => ({
      place: `${tagName}[style]`,
      url,
      isLink: false,
    }));
    return [...plain, ...style];
  });
}

function candidates(srcSet = ''): string[] {
  return srcSet
    .split(/,\s+|,(?=\/)/)
    .flatMap((candidate) => candidate.trim().split(/\s+/)[0] || []);
}

/** What `url(…)` and `@import` name, data addresses left out. */
export function urlsOfCss(css: string): string[] {
  const found = css.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")\s]*))\s*\)|@import\s*["']([^"']+)/g,
  );
  return [...found]
    .map(([, double, single, bare, imported]) =>
      String(double ?? single ?? bare ?? imported),
    )
    .filter((url) => !url.startsWith('data:'));
}

export function isForeign(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(url);
}

export function isInternal(url: string): boolean {
  return !isForeign(url) && !/^[a-z][a-z0-9+.-]*:/i.test(url);
}

export interface Target {
  /** Path in `dist/`, without the base path and decoded. */
  path: string;
  fragment: string;
}

/** @returns undefined where the address leaves the base path of the site. */
export function targetOf(url: string, from: string): Target | undefined {
  const { pathname, hash } = new URL(url, `http://site${base}${from}`);
  const path = decodeURIComponent(pathname);
  if (path !== base && !path.startsWith(`${base}/`)) {
    return undefined;
  }
  return {
    path: path.slice(base.length) || '/',
    fragment: decodeURIComponent(hash.slice(1)),
  };
}
