interface AllowedUrl {
  url: RegExp;
  /** Only in files of this name. */
  file?: RegExp;
  why: string;
}

/** Foreign addresses that may stand in a script because nothing fetches them. */
export const allowedUrls: AllowedUrl[] = [
  {
    url: /^https:\/\/pyodide\.invalid\/$/,
    why: 'a base for names of files that Pyodide is handed; .invalid is no host',
  },
  {
    url: /^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xlink|1998\/Math\/MathML|XML\/1998\/namespace)$/,
    why: 'names of XML namespaces',
  },
  {
    url: /^https:\/\/(schema\.org|creativecommons\.org\/licenses\/by\/4\.0\/)$/,
    why: 'structured data: names that no browser fetches',
  },
  {
    url: /^https:\/\/react\.dev\/errors\/$/,
    why: "React's text of an error: a reader may look it up",
  },
  {
    url: /^(http:\/\/foo\.com\/?|https:\/\/p|https:\/\/example\.com\$.*)$/,
    why: 'bases against which a library parses relative paths',
  },
  {
    url: /^https:\/\/(vitejs\.dev\/config\/|svelte\.dev\/docs)/,
    why: "comments inside Sandpack's project templates, which no lab uses",
  },
  {
    url: /^https:\/\/\$\{/,
    why:
      "Sandpack's default bundler, on a host named by its version; the guide " +
      'always passes bundlerURL',
  },
  {
    url: /^https:\/\/preview\.sandpack-static-server\.codesandbox\.io$/,
    why: "default bundler of Sandpack's static client, which no lab starts",
  },
  {
    url: /^https:\/\/(api\.)?codesandbox\.io\//,
    why: "Sandpack's button that exports a sandbox, which the guide never shows",
  },
  {
    url: /^https:\/\/(npmjs\.com\/package|github\.com\/samdenty99)\/console-feed$/,
    why: "where Sandpack's console hook says it comes from",
  },
  {
    url: /^https?:\/\/(developer\.mozilla\.org|www\.apache\.org|aka\.ms|github\.com|tools\.ietf\.org|unicode\.org|cldr\.unicode\.org|www\.iso\.org|tc39\.es|www\.currency-iso\.org|unstats\.un\.org)\//,
    file: /\/type-worker-[^/]+\.js$/,
    why: "comments of TypeScript's library declarations and its messages",
  },
];

/** Every absolute address in a script that is not known to be inert. */
export function foreignUrlsOf(file: string, code: string): string[] {
  return urlsOfScript(code).filter(
    (url) => !allowedUrls.some((entry) => isAllowedBy(entry, file, url)),
  );
}

export function isAllowedBy(
  entry: AllowedUrl,
  file: string,
  url: string,
): boolean {
  return entry.url.test(url) && (entry.file?.test(file) ?? true);
}

export function urlsOfScript(code: string): string[] {
  return [
    ...new Set(code.match(/\b(?:https?|wss?):\/\/[^\s"'`<>\\)]+/g) ?? []),
  ];
}
