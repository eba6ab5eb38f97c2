import type { Words } from './words.ts';

/** What every kind of figure needs to know besides its data. */
export interface Context {
  /** Unique in the page; every id inside the figure starts with it. */
  id: string;
  /** Width of the view box. */
  width: number;
  /** Words of the reader's program in the reader's language. */
  translate: (text: string) => string;
  words: Words;
}
