export const kinds = [
  'page',
  'lab',
  'api',
  'card',
  'term',
  'reference',
] as const;

export type Kind = (typeof kinds)[number];

/** What a search can find: a section, a lab, a card, a term, a reference. */
export interface SearchRecord {
  kind: Kind;
  /** From the root of the site, base path left out: `/errata/#k-means`. */
  path: string;
  title: string;
  /** Title of the page it stands on; absent for the page itself. */
  page?: string;
  text: string;
  /** What the same thing is also called, in both languages. */
  names?: readonly string[];
  /** What a page is about, as printed below its title; in both languages. */
  tags?: readonly string[];
  /** Programs and tests, by the name of their file. */
  files?: Readonly<Record<string, string>>;
}

/** The file of one language, `search/en.json`. */
export interface SearchFile {
  records: readonly SearchRecord[];
  /** Names of the same thing, a list for each thing. */
  synonyms: readonly (readonly string[])[];
}
