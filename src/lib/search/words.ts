import { stemmer } from 'stemmer';

/** A word of a text: a run of Han characters, or one of letters and digits. */
export interface Word {
  start: number;
  end: number;
  isHan: boolean;
  /** `k-means` as one, `kmeans`; of a Han run all of it. */
  whole: string;
  /**
   * `k` and `means`; `kMeansSteps` gives `k`, `means`, `steps`; of `k-means++`
   * the last is `++`; Han pairs.
   */
  parts: readonly string[];
}

const LETTER = '(?:(?!\\p{Script=Han})[\\p{L}\\p{M}\\p{N}])';
// A hyphen joins words, a point or a colon only digits: `1712.05877`, `2:4`.
// Two plus signs make another name: `k-means++` is not `k-means`.
const WORD = new RegExp(
  `\\p{Script=Han}+|${LETTER}+(?:(?:[-‐–'’_]|(?<=\\d)[.:](?=\\d))${LETTER}+)*(?:\\+\\+)?`,
  'gu',
);
const SEAMS =
  /[^\p{L}\p{M}\p{N}+]+|(?=\+\+)|(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

export function* wordsOf(text: string): Generator<Word> {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const place = { start: index, end: index + word.length };
    if (/^\p{Script=Han}/u.test(word)) {
      yield { ...place, isHan: true, whole: word, parts: pairsOf(word) };
    } else {
      const parts = word.split(SEAMS).map(folded);
      yield { ...place, isHan: false, whole: parts.join(''), parts };
    }
  }
}

/** What an index keeps of a text; letters also by the stem of their word. */
export function tokensOf(text: string): string[] {
  return [...wordsOf(text)].flatMap((word) => tokensOfWord(word));
}

export function tokensOfWord({ isHan, whole, parts }: Word): string[] {
  return isHan
    ? [...parts]
    : [...new Set([whole, ...parts].flatMap((part) => [part, stemOf(part)]))];
}

/** `distilled`, `distillation` → `distil`; American spelling as British. */
export function stemOf(word: string): string {
  return /^[a-z]{3,}$/.test(word)
    ? stemmer(word.replace(/iz(?=(?:e[srd]?|ers?|ing|ations?|able)$)/, 'is'))
    : word;
}

/** Without case, accents and width: `Ｋ` is `k`, `é` is `e`. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** `决策树` → `决策`, `策树`. */
function pairsOf(run: string): string[] {
  const characters = [...run];
  return characters.length === 1
    ? characters
    : characters.slice(1).map((next, i) => `${characters[i]}${next}`);
}
