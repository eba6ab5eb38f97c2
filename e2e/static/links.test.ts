import { describe, expect, it } from 'vitest';
import { builtFiles, readBuilt } from './support/files.ts';
import {
  allowedUrls,
  foreignUrlsOf,
  isAllowedBy,
  urlsOfScript,
} from './support/foreign-urls.ts';
import {
  isForeign,
  isInternal,
  referencesOf,
  targetOf,
  urlsOfCss,
} from './support/links.ts';
import {
  attribute,
  type BuiltPage,
  base,
  builtPages,
  elements,
  parseHtml,
  textIn,
} from './support/site.ts';

const pages = builtPages();
const files = new Set(builtFiles('**/*'));
const ids = new Map(pages.map((page) => [page.path, idsOf(page)]));

function idsOf({ tree }: BuiltPage): Set<string> {
  return new Set(
    elements(tree).flatMap((element) => attribute(element, 'id') ?? []),
  );
}

/** The page or file of `dist/` that a server gives for the path. */
function served(path: string): string | undefined {
  const name = path.slice(1);
  return [name, `${name.replace(/\/?$/, '/')}index.html`, `${name}.html`]
    .map((file) => file.replace(/^\//, ''))
    .find((file) => files.has(file));
}

function linkProblems(page: BuiltPage): string[] {
  return referencesOf(page).flatMap(({ place, url }) => {
    if (!isInternal(url)) {
      return [];
    }
    const target = targetOf(url, page.path);
    if (target === undefined) {
      return [
        `${page.path}: ${place} '${url}' leaves the base path '${base}'. ` +
          'Write page links from the root (`/errata/`) in Markdown and use ' +
          '`sitePath` in components: both add the base path.',
      ];
    }
    const file = served(target.path);
    if (file === undefined) {
      return [
        `${page.path}: ${place} '${url}' leads nowhere: the site has no ` +
          `'${target.path}'. Correct the address or add the page.`,
      ];
    }
    const known = ids.get(`/${file.replace(/(^|\/)index\.html$/, '$1')}`);
    return target.fragment === '' || known?.has(target.fragment)
      ? []
      : [
          `${page.path}: ${place} '${url}' names no id of ` +
            `'${target.path}'. Use the explicit id of a heading.`,
        ];
  });
}

function foreignProblems(page: BuiltPage): string[] {
  return referencesOf(page)
    .filter(({ url, isLink }) => isForeign(url) && !isLink)
    .map(
      ({ place, url }) =>
        `${page.path}: ${place} fetches '${url}' from another origin. ` +
        'Serve the file from public/ or bundle it; only links may leave.',
    );
}

/** Readers of one language are not sent to a page in the other. */
function languageProblems(page: BuiltPage): string[] {
  const isEnglish = page.path.startsWith('/en/');
  const content = elements(page.tree).filter(
    ({ tagName }) => tagName === 'main',
  );
  return content.flatMap((main) =>
    elements({ type: 'root', children: [main] }).flatMap((element) => {
      const href = attribute(element, 'href');
      if (element.tagName !== 'a' || !href || !isInternal(href)) {
        return [];
      }
      const path = targetOf(href, page.path)?.path ?? '';
      return !ids.has(path) || path.startsWith('/en/') === isEnglish
        ? []
        : [
            `${page.path}: '${href}' leads to the other language. Link to ` +
              `the ${isEnglish ? 'English (`/en/…`)' : 'Chinese'} page.`,
          ];
    }),
  );
}

const styles = (html: BuiltPage) => textIn(html.tree, 'style');
const scripts = (html: BuiltPage) => textIn(html.tree, 'script');

describe('the built pages', () => {
  it('link only to what exists', () => {
    expect(pages.flatMap(linkProblems)).toEqual([]);
  });

  it('give links within the site from its root', () => {
    const relative = pages.flatMap(({ path, html }) =>
      Array.from(
        html.matchAll(/<a[^>]* href="(\.[^"]*)"/g),
        ([, href]) => `${path}: ${href}`,
      ),
    );
    expect(
      relative,
      'Some hosts serve pages without the slash at the end, where these lead elsewhere.',
    ).toEqual([]);
  });

  it('fetch nothing from another origin', () => {
    expect(pages.flatMap(foreignProblems)).toEqual([]);
  });

  it('stay in their language', () => {
    const ofOneLanguage = pages.filter(({ path }) => path !== '/offline/');
    expect(ofOneLanguage.flatMap(languageProblems)).toEqual([]);
  });
});

describe('the built style sheets', () => {
  const sheets = [
    ...builtFiles('**/*.css').map((file) => ({
      name: `/${file}`,
      css: readBuilt(file).toString('utf8'),
    })),
    ...pages.flatMap((page) =>
      styles(page).map((css) => ({ name: page.path, css })),
    ),
  ];

  it('fetch only files of the site', () => {
    expect(
      sheets.flatMap(({ name, css }) =>
        urlsOfCss(css)
          .filter((url) => {
            const path = isForeign(url) ? undefined : targetOf(url, name)?.path;
            return !url.startsWith('#') && (!path || !served(path));
          })
          .map(
            (url) =>
              `${name}: url(${url}) is not a file of the site. Bundle it, for ` +
              'fonts through a @fontsource package.',
          ),
      ),
    ).toEqual([]);
  });
});

describe('the built scripts', () => {
  const loaded = builtFiles('_astro/**/*.js').map((file) => ({
    name: file,
    code: readBuilt(file).toString('utf8'),
  }));
  const all = [
    ...loaded,
    ...pages.flatMap((page) =>
      scripts(page).map((code) => ({ name: page.path, code })),
    ),
  ];

  it('know no address of another origin that could be fetched', () => {
    expect(
      all.flatMap(({ name, code }) =>
        foreignUrlsOf(name, code).map(
          (url) =>
            `${name} contains '${url}'. If something fetches it, serve it ` +
            'from here. If nothing does, say so in ' +
            'e2e/static/support/foreign-urls.ts.',
        ),
      ),
    ).toEqual([]);
  });

  it('contain every address that is allowed', () => {
    const found = all.flatMap(({ name, code }) =>
      urlsOfScript(code).map((url) => ({ name, url })),
    );
    expect(
      allowedUrls
        .filter(
          (entry) =>
            !found.some(({ name, url }) => isAllowedBy(entry, name, url)),
        )
        .map(({ why }) => why),
      'Nothing needs these entries of foreign-urls.ts: remove them.',
    ).toEqual([]);
  });
});

describe('the checker', () => {
  const page = (html: string): BuiltPage => ({
    path: '/en/errata/',
    html,
    tree: parseHtml(html),
  });

  it.each([
    ['a missing page', '<a href="/en/nothing/">'],
    ['a missing relative page', '<a href="../nothing/">'],
    ['a missing fragment', '<a href="#nothing">'],
    ['a missing fragment of another page', '<a href="/en/summary/#nothing">'],
    ['a missing picture', '<img src="/nothing.png">'],
    [
      'a missing picture of a set',
      '<img srcset="/favicon.svg 1x, /no.png 2x">',
    ],
    ['a missing script', '<script src="/_astro/nothing.js"></script>'],
    [
      'a missing island',
      '<astro-island component-url="/no.js"></astro-island>',
    ],
  ])('reports %s', (_, html) => {
    expect(linkProblems(page(html.replaceAll('"/', `"${base}/`)))).toHaveLength(
      1,
    );
  });

  it('accepts pages, files, ids and addresses elsewhere', () => {
    const html = `<a href="${base}/en/summary/">, <a href="../summary/">,
      <a href="${base}/errata">, <a href="#_top">, <img src="${base}/favicon.svg">
      <a href="https://example.org/x">, <a href="mailto:a@example.org">`;
    expect(linkProblems(page(html))).toEqual([]);
    expect(foreignProblems(page(html))).toEqual([]);
  });

  it.each([
    '<script src="https://example.org/a.js"></script>',
    '<script src="//example.org/a.js"></script>',
    '<link rel="stylesheet" href="https://example.org/a.css">',
    '<link rel="preconnect" href="https://example.org">',
    '<img src="https://example.org/a.png">',
    '<img srcset="https://example.org/a.png 2x">',
    '<iframe src="https://example.org/"></iframe>',
    '<p style="background: url(https://example.org/a.png)">',
    '<svg><use href="https://example.org/a.svg#b" /></svg>',
  ])('reports the request of %s', (html) => {
    expect(foreignProblems(page(html))).toHaveLength(1);
  });

  it('reports a link into the other language', () => {
    const html = `<main><a href="${base}/summary/">`;
    expect(languageProblems(page(html))).toHaveLength(1);
    expect(languageProblems(page(html.replace('/sum', '/en/sum')))).toEqual([]);
  });

  it('finds the addresses of a style sheet', () => {
    expect(
      urlsOfCss(
        `@import "a.css"; @import url(b.css); src: url("c.woff2") url('d')
        url(data:font/woff2;base64,AA==)`,
      ),
    ).toEqual(['a.css', 'b.css', 'c.woff2', 'd']);
  });

  it('finds the unknown addresses of a script', () => {
    expect(
      foreignUrlsOf(
        '_astro/a.js',
        'fetch(`https://example.org/a`),new WebSocket("wss://example.org"),' +
          "x='http://www.w3.org/2000/svg'",
      ),
    ).toEqual(['https://example.org/a', 'wss://example.org']);
  });
});
