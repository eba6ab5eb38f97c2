import MiniSearch, { type Query, type SearchResult } from 'minisearch';
import type { Kind, SearchFile, SearchRecord } from './search-record.ts';
import { stemOf, tokensOf, type Word, wordsOf } from './words.ts';

export interface Hit {
  record: SearchRecord;
  /** Tokens of the record that made it a hit. */
  tokens: ReadonlySet<string>;
  /** Those of them that were typed in full. */
  typed: ReadonlySet<string>;
}

const FIELDS = {
  title: 6,
  names: 6,
  page: 1.5,
  declared: 5,
  text: 1,
  code: 0.6,
};

/** Where another name of what was typed may stand. */
const PROSE = ['title', 'names', 'page', 'text'];

/** Where two answer equally well, the place to read comes first. */
const WEIGHTS: Record<Kind, number> = {
  page: 1,
  lab: 0.6,
  term: 0.2,
  card: 0.4,
  reference: 0.35,
  api: 0.2,
};

const DECLARED =
  /^\s*(?:export )?(?:async )?(?:function\*?|const|class|interface|type|def) (\w+)/gm;

interface Keys {
  title: string;
  text: string;
  names: readonly string[];
}

/** The search of one language, in the browser as in tests. */
export class SearchEngine {
  readonly #records: readonly SearchRecord[];
  readonly #synonyms = new Map<string, readonly string[]>();
  /** The texts of records as they are compared, once they were needed. */
  readonly #keys = new Map<SearchRecord, Keys>();
  readonly #index = new MiniSearch<{ id: number }>({
    fields: Object.keys(FIELDS),
    tokenize: tokensOf,
    processTerm: (token) => token,
    extractField: (document, field) =>
      field === 'id' ? document.id : fieldOf(this.#records[document.id], field),
  });

  /** Yields to the page between pieces: a phone needs a second. */
  static async create(file: SearchFile): Promise<SearchEngine> {
    const engine = new SearchEngine(file);
    await engine.#index.addAllAsync(
      file.records.map((_, id) => ({ id })),
      { chunkSize: 10 },
    );
    return engine;
  }

  private constructor({ records, synonyms }: SearchFile) {
    this.#records = records;
    for (const names of synonyms) {
      for (const name of names) {
        const others = names.filter((other) => other !== name);
        const known = this.#synonyms.get(keyOf(name)) ?? [];
        this.#synonyms.set(keyOf(name), [...known, ...others]);
      }
    }
  }

  /**
   * Best first: what has every word, else with a slip of the finger, else
   * what has some of them.
   */
  find(text: string): Hit[] {
    const words = text.split(/\s+/).filter(Boolean);
    if ([...wordsOf(text)].length === 0) {
      return [];
    }
    const every = this.#queryOf(words, text, 'AND');
    const some = this.#queryOf(words, text, 'OR');
    return [
      () => this.#search(every, false),
      () => this.#search(every, 0.2),
      () => this.#search(some, 0.4),
    ]
      .reduce<SearchResult[]>(
        (found, search) => (found.length > 0 ? found : search()),
        [],
      )
      .map((result) => this.#ranked(result, text))
      .sort((a, b) => b.score - a.score)
      .map(({ hit }) => hit);
  }

  #search(query: Query, fuzzy: number | false): SearchResult[] {
    return this.#index.search(query, {
      boost: FIELDS,
      tokenize: (token) => [token],
      prefix: (token) => token.length > 1 || /\P{ASCII}/u.test(token),
      fuzzy: (token) => /^[a-z]{5,}$/.test(token) && fuzzy,
      weights: { prefix: 0.4, fuzzy: 0.2 },
      // A long section is no worse an answer than a short one.
      bm25: { k: 1.2, b: 0.1, d: 0.5 },
    });
  }

  #queryOf(words: string[], text: string, combineWith: 'AND' | 'OR'): Query {
    const asTyped: Query = {
      combineWith,
      queries: words.map((word) => this.#withSynonyms(word, combineWith)),
    };
    return words.length > 1
      ? { combineWith: 'OR', queries: [asTyped, ...this.#othersOf(text)] }
      : asTyped;
  }

  #withSynonyms(word: string, combineWith: 'AND' | 'OR'): Query {
    return {
      combineWith: 'OR',
      queries: [phraseQuery(word, combineWith), ...this.#othersOf(word)],
    };
  }

  #othersOf(name: string): Query[] {
    return (this.#synonyms.get(keyOf(name)) ?? []).map((other) => ({
      queries: [phraseQuery(other, 'AND')],
      fields: PROSE,
      prefix: false,
      fuzzy: false,
    }));
  }

  #ranked(result: SearchResult, text: string) {
    const { id, score, terms, queryTerms } = result;
    const record = this.#records[id] as SearchRecord;
    return {
      score: score * WEIGHTS[record.kind] * this.#fitOf(record, keyOf(text)),
      hit: { record, tokens: new Set(terms), typed: new Set(queryTerms) },
    };
  }

  /** How much better than its words a record answers the query as a whole. */
  #fitOf(record: SearchRecord, wanted: string): number {
    const keys = this.#keys.get(record) ?? {
      title: keyOf(record.title),
      text: keyOf(record.text),
      names: (record.names ?? []).map(keyOf),
    };
    this.#keys.set(record, keys);
    const isPage = record.kind === 'page' && record.page === undefined;
    return (
      (keys.title === wanted ? 1.5 : keys.title.includes(wanted) ? 1.2 : 1) *
      (keys.text.includes(wanted) ? 1.2 : 1) *
      (keys.names.includes(wanted) ? 2 : 1) *
      (isPage ? 2 : 1) *
      (isMainLab(record) ? 1.5 : 1)
    );
  }
}

/** The lab that its page is about: `/coding/k-means/#lab-k-means`. */
const isMainLab = ({ path }: SearchRecord) => /([\w-]+)\/#lab-\1$/.test(path);

function fieldOf(record: SearchRecord | undefined, field: string): string {
  const { title = '', page = '', text = '', names = [], files } = record ?? {};
  const code = Object.values(files ?? {}).join('\n');
  switch (field) {
    case 'title':
      return title;
    case 'page':
      return page;
    case 'names':
      return names.join('\n');
    case 'declared':
      return record?.kind === 'lab'
        ? Array.from(code.matchAll(DECLARED), ([, name]) => name).join('\n')
        : '';
    case 'code':
      return [...new Set(code.match(/[\p{L}\w]+/gu))].join('\n');
    default:
      return text;
  }
}

/** A text as it is compared with others: `Cold starts` is `cold-start`. */
const keyOf = (text: string) =>
  Array.from(wordsOf(text), ({ whole }) => stemOf(whole)).join('');

function phraseQuery(text: string, combineWith: 'AND' | 'OR'): Query {
  const words = [...wordsOf(text)];
  return {
    combineWith,
    queries: words.map((word) => wordQuery(word, combineWith)),
  };
}

/** As one word or by its parts. */
function wordQuery(
  { isHan, whole, parts }: Word,
  combineWith: 'AND' | 'OR',
): Query {
  const all: Query = { combineWith, queries: parts.map(tokenQuery) };
  return isHan || parts.length === 1
    ? all
    : { combineWith: 'OR', queries: [tokenQuery(whole), all] };
}

function tokenQuery(token: string): Query {
  const stem = stemOf(token);
  return stem === token ? token : { combineWith: 'OR', queries: [token, stem] };
}
