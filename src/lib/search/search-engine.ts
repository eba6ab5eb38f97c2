import MiniSearch, {
  type Query,
  type SearchOptions,
  type SearchResult,
} from 'minisearch';
import type { Kind, SearchFile, SearchRecord } from './search-record.ts';
import { stemOf, tokensOf, type Word, wordsOf } from './words.ts';

export interface Hit {
  record: SearchRecord;
  /** Tokens of the record that made it a hit. */
  tokens: ReadonlySet<string>;
  /** Those of them that were typed in full. */
  typed: ReadonlySet<string>;
}

/**
 * How much of what was typed the hits have: every word, every word but spelled
 * otherwise, or some of the words.
 */
export type Fit = 'every' | 'alike' | 'some';

export interface Found {
  /** Best first. */
  hits: Hit[];
  fit: Fit;
}

const FIELDS = {
  title: 6,
  names: 6,
  tags: 3,
  page: 1.5,
  declared: 5,
  text: 1,
  code: 0.6,
};

/** Where another name or another spelling of what was typed may stand. */
const PROSE = ['title', 'names', 'tags', 'page', 'text'];

/** Where two answer equally well, the place to read comes first. */
const WEIGHTS: Record<Kind, number> = {
  page: 1,
  lab: 0.6,
  term: 0.12,
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
   * What has every word, else with a slip of the finger, else what has some of
   * them.
   */
  find(text: string): Found {
    const every = (typed: string, queryOf = phraseQuery) =>
      this.#queryOf(typed, 'AND', queryOf);
    const passes: [Fit, () => SearchResult[]][] = [
      ['every', () => this.#search(every(text, nameQuery))],
      ['every', () => this.#search(every(text))],
      ['every', () => this.#search(every(plain(text)))],
      ['alike', () => this.#searchAlike(every(text))],
      ['some', () => this.#searchAlike(this.#queryOf(plain(text), 'OR'))],
    ];
    for (const [fit, search] of passes) {
      const results = search();
      if (results.length > 0) {
        return { hits: this.#ranked(results, text), fit };
      }
    }
    return { hits: [], fit: 'every' };
  }

  #search(query: Query, options: SearchOptions = {}): SearchResult[] {
    return this.#index.search(query, {
      boost: FIELDS,
      tokenize: (token) => [token],
      prefix: (token) => token.length > 1 || /\P{ASCII}/u.test(token),
      weights: { prefix: 0.4, fuzzy: 0.2 },
      // A long section is no worse an answer than a short one.
      bm25: { k: 1.2, b: 0.1, d: 0.5 },
      ...options,
    });
  }

  /** In code nearly every word is spelled like another. */
  #searchAlike(query: Query): SearchResult[] {
    return this.#search(query, {
      fields: PROSE,
      fuzzy: (token) => /^[a-z]{5,}$/.test(token) && 0.2,
    });
  }

  #queryOf(text: string, combineWith: Combine, queryOf = phraseQuery): Query {
    const words = contentWords(text);
    const asTyped: Query = {
      combineWith,
      queries: words.map((word) => ({
        combineWith: 'OR',
        queries: [queryOf(word, combineWith), ...this.#othersOf(word)],
      })),
    };
    return words.length > 1
      ? { combineWith: 'OR', queries: [asTyped, ...this.#othersOf(text)] }
      : asTyped;
  }

  #othersOf(name: string): Query[] {
    return (this.#synonyms.get(keyOf(name)) ?? []).map((other) => ({
      queries: [phraseQuery(other, 'AND')],
      fields: PROSE,
      prefix: false,
      fuzzy: false,
    }));
  }

  #ranked(results: readonly SearchResult[], text: string): Hit[] {
    const fitOf = this.#fitness(text);
    return results
      .map(({ id, score, terms, queryTerms, match }) => {
        const record = this.#records[id] as SearchRecord;
        const share = shareOf(record.title, (token) =>
          Boolean(match[token]?.includes('title')),
        );
        return {
          score: score * WEIGHTS[record.kind] * fitOf(record) * (1 + share),
          hit: { record, tokens: new Set(terms), typed: new Set(queryTerms) },
        };
      })
      .sort((a, b) => b.score - a.score)
      .map(({ hit }) => hit);
  }

  /** How much better than its words a record answers the query as a whole. */
  #fitness(text: string): (record: SearchRecord) => number {
    const wanted = [text, contentWords(text).join(' ')].map(keyOf);
    const isIn = (text: string | readonly string[]) =>
      wanted.some((key) => text.includes(key));
    return (record) => {
      const { title, text, names } = this.#keysOf(record);
      const isPage = record.kind === 'page' && record.page === undefined;
      return (
        (isIn([title]) ? 1.5 : isIn(title) ? 1.2 : 1) *
        (isIn(text) ? 1.2 : 1) *
        (isIn(names) ? 3 : 1) *
        (isPage ? 2 : 1) *
        (isMainLab(record) ? 1.5 : 1)
      );
    };
  }

  #keysOf(record: SearchRecord): Keys {
    const keys = this.#keys.get(record) ?? {
      title: keyOf(record.title),
      text: keyOf(record.text),
      names: (record.names ?? []).map(keyOf),
    };
    this.#keys.set(record, keys);
    return keys;
  }
}

/** How much of a title was asked for: all of `k怎么选？` by `怎么选k`. */
function shareOf(title: string, isHit: (token: string) => boolean): number {
  const parts = [...wordsOf(title)].flatMap((word) => word.parts);
  const hits = parts.filter((part) => isHit(part) || isHit(stemOf(part)));
  return hits.length / Math.max(1, parts.length);
}

/** The lab that its page is about: `/coding/k-means/#lab-k-means`. */
const isMainLab = ({ path }: SearchRecord) => /([\w-]+)\/#lab-\1$/.test(path);

function fieldOf(record: SearchRecord | undefined, field: string): string {
  const {
    title = '',
    page = '',
    text = '',
    names = [],
    tags = [],
    files,
  } = record ?? {};
  const code = Object.values(files ?? {}).join('\n');
  switch (field) {
    case 'title':
      return title;
    case 'page':
      return page;
    case 'names':
      return names.join('\n');
    case 'tags':
      return tags.join('\n');
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

/** They decide nothing: `gini vs entropy` asks for two words. */
const FUNCTION_WORDS = new Set(
  'a an and are between do does for how in is of on or the to versus vs what when why with'.split(
    ' ',
  ),
);

/** What was typed between spaces, unless there are only function words. */
function contentWords(text: string): string[] {
  const words = text
    .split(/\s+/)
    .filter((word) => [...wordsOf(word)].length > 0);
  const content = words.filter(
    (word) => !FUNCTION_WORDS.has(word.toLowerCase().replace(/\W+$/, '')),
  );
  return content.length > 0 ? content : words;
}

/** Without what holds Chinese words together: `梯度消失怎么办` asks for one. */
const plain = (text: string) =>
  text.replace(
    /怎么办|怎么|怎样|如何|为什么|是什么|什么是|什么|哪些|是否|[的和与吗呢]/g,
    ' ',
  );

/** A text as it is compared with others: `Cold starts` is `cold-start`. */
const keyOf = (text: string) =>
  Array.from(wordsOf(text), ({ whole }) => stemOf(whole)).join('');

type Combine = 'AND' | 'OR';

/** A name in code only as it is written: `bestSplit`, but not `best split`. */
function nameQuery(word: string, combineWith: Combine): Query {
  const [first] = wordsOf(word);
  return first && /^\w+$/.test(word) && first.parts.length > 1
    ? tokenQuery(first.whole)
    : phraseQuery(word, combineWith);
}

function phraseQuery(text: string, combineWith: Combine): Query {
  const words = [...wordsOf(text)];
  return {
    combineWith,
    queries: words.map((word) => wordQuery(word, combineWith)),
  };
}

/** As one word or by its parts. */
function wordQuery({ isHan, whole, parts }: Word, combineWith: Combine): Query {
  const all: Query = { combineWith, queries: parts.map(tokenQuery) };
  return isHan || parts.length === 1
    ? all
    : { combineWith: 'OR', queries: [tokenQuery(whole), all] };
}

function tokenQuery(token: string): Query {
  const stem = stemOf(token);
  return stem === token ? token : { combineWith: 'OR', queries: [token, stem] };
}
