import { digits } from './digits.ts';
import { at } from './lists.ts';

/** Images with pixels from 0 to 1, and the digit that each one shows. */
export interface DigitSet {
  rows: number[][];
  labels: number[];
}

/**
 * 200 images to train on and 200 others to test on, 20 of each digit. Images
 * by the same writers are in both, which makes the test a little too easy.
 */
export function splitDigits(): { training: DigitSet; test: DigitSet } {
  const pick = (remainder: number): DigitSet => {
    const chosen = [...digits.rows.keys()].filter((index) => {
      return Math.floor(index / 10) % 2 === remainder;
    });
    return {
      rows: chosen.map((i) => at(digits.rows, i).map((ink) => ink / 16)),
      labels: chosen.map((i) => at(digits.labels, i)),
    };
  };
  return { training: pick(0), test: pick(1) };
}
