import type { Group } from './protocol.ts';

const rules: readonly [RegExp, Group | null][] = [
  // Older formats of fonts that are there as woff2.
  [/\.(?:ttf|woff)$/, null],
  // For hosts and search engines, not for readers.
  [/^(?:_headers|_redirects|404\.html|robots\.txt|sitemap.*\.xml)$/, null],
  // For other programs.
  [
    /\.md$|(?:^|\/)(?:llms(?:-full)?\.txt|feed\.xml)$|^(?:og|(?:en\/)?embed)\//,
    null,
  ],
  [/^\.[^/]|\.map$/, null],
  [/^_astro\/[\w.-]+\.bin$/, 'python'],
  // What labs and formulas do without: src/lib/fonts/core-fonts.ts has the rest.
  [/type-worker-[\w-]+\.js$/, 'extra'],
  [/(?:ibm-plex-sans-latin|jetbrains-mono-latin)-/, 'extra'],
  [/KaTeX_(?:AMS|Main-(?:Regular|Bold\.)|Math-Italic|Size[12])/, 'extra'],
  [/KaTeX_(?:Fraktur|SansSerif|Script|Typewriter)/, 'extra'],
  [/^(?:glossary|search)\/en\.json$/, 'en'],
  [/^cards\/.*\.en\.\w+$/, 'en'],
  [/^cards\/.*\.zh-CN\.\w+$/, 'zh-CN'],
  [/^(?:glossary|search)\/zh-CN\.json$/, 'zh-CN'],
  [/^offline\/(?:index\.html)?$/, 'shell'],
  [/^sandbox\/(?:index\.html)?$/, 'shell'],
  [/^en\/(?:interview\.json|.*(?:\.html|\/))?$/, 'en'],
  [/^interview\.json$/, 'zh-CN'],
  [/(?:\.html|\/)$|^$|^\.\/$/, 'zh-CN'],
  [/^_astro\/|^favicon\.svg$|manifest\.webmanifest$/, 'shell'],
];

/**
 * What a file of the site belongs to, by its path or that of its page:
 * the shell that every lab needs, one language with its search, Python for the
 * labs, or what else only the whole guide includes. Null for files that are never stored.
 */
export function groupOf(path: string): Group | null {
  const rule = rules.find(([pattern]) => pattern.test(path));
  return rule === undefined ? 'extra' : rule[1];
}

/** Files whose name changes with their content: old and new cannot be mixed up. */
export function isHashed(path: string): boolean {
  return /(?:^|\/)_astro\//.test(path);
}

/** What the search of a language reads stands for the language as a whole. */
export function standsForGroup(path: string): boolean {
  return (
    path.startsWith('search/') || /^(python|extra)$/.test(groupOf(path) ?? '')
  );
}
