import { parse } from 'yaml';

const FILE = 'src/content/references.yaml';

export interface Entry {
  title: string;
  url: string;
  year: number;
  venue?: string;
  arxiv?: string;
  /** Day of verification, as `2026-11-23`. */
  checked: string;
}

export type Bibliography = Record<string, Entry>;

/** @throws if the text is not YAML or has an id twice. */
export function readBibliography(text: string): Bibliography {
  return parse(text);
}

/** What is wrong with the entries themselves. */
export function entryProblems(
  entries: Bibliography,
  today = new Date().toISOString().slice(0, 10),
): string[] {
  const all = Object.entries(entries);
  const same = (value: (entry: Entry) => string) => {
    const values = all.map(([, entry]) => value(entry));
    return all.flatMap(([id, entry], i) =>
      values.indexOf(value(entry)) === i
        ? []
        : [
            `${FILE}: '${id}' and '${all[values.indexOf(value(entry))]?.[0]}' ` +
              'are the same source. Keep one, and cite that.',
          ],
    );
  };
  return [
    ...new Set([
      ...same(({ title }) =>
        title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
      ),
      ...same(({ url }) => url.replace(/\/$/, '')),
      ...all.flatMap(([id, entry]) => shapeProblems(id, entry, today)),
    ]),
  ];
}

function shapeProblems(id: string, entry: Entry, today: string): string[] {
  const { url, arxiv, year, checked } = entry;
  const problems: string[] = [];
  const inUrl = /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf)\/([^/?#]+)/.exec(
    url,
  )?.[1];
  if (inUrl !== arxiv && (inUrl !== undefined || arxiv !== undefined)) {
    problems.push(
      `${FILE}: '${id}' has the arXiv id '${arxiv}' and the address ${url}. ` +
        'Both name one paper: https://arxiv.org/abs/<arXiv id>.',
    );
  }
  const published = arxiv && 2000 + Number(arxiv.slice(0, 2));
  if (published && (year < published || year > published + 3)) {
    problems.push(
      `${FILE}: '${id}' is of ${year}, its arXiv id of ${published}. Check ` +
        'both against the paper.',
    );
  }
  if (!/^\d{4}-\d\d-\d\d$/.test(checked) || checked > today) {
    problems.push(
      `${FILE}: '${id}' was checked on '${checked}'. Give the day on which ` +
        'its title and address were verified, as 2026-11-23.',
    );
  }
  return problems;
}

/** Where the list at the end of a page differs from what it cites. */
export function citationProblems(
  path: string,
  listed: string[],
  cites: string[],
  entries: Bibliography,
): string[] {
  const cited = [...new Set(cites)];
  const unknown = [...new Set([...listed, ...cited])].filter(
    (id) => !Object.hasOwn(entries, id),
  );
  const problems = unknown.map(
    (id) =>
      `${path} cites '${id}', which ${FILE} does not have. Add it with a ` +
      'verified title and address, or correct the id.',
  );
  if (listed.join() !== cited.join()) {
    problems.push(
      `${path}: 'references' in the frontmatter names every source that the ` +
        'page cites, in the order of first citation: ' +
        `[${cited.join(', ')}]`,
    );
  }
  return problems;
}

export function uncitedProblems(
  entries: Bibliography,
  cited: Set<string>,
): string[] {
  return Object.keys(entries)
    .filter((id) => !cited.has(id))
    .map(
      (id) =>
        `${FILE}: no page cites '${id}'. Cite it where it supports a claim, ` +
        'or remove it.',
    );
}
