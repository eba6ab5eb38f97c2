import { sum } from './lists.ts';
import { checkMatrix } from './validate.ts';

/** The middle of repeated measurements and how far they lie around it. */
export interface MeanAndSpread {
  mean: number;
  /** The sample standard deviation (n − 1 below the line); 0 for one value. */
  spread: number;
}

/**
 * The mean and the standard deviation of at least one number.
 *
 * @throws RangeError if there is no number or one is not finite
 */
export function meanAndSpread(values: readonly number[]): MeanAndSpread {
  checkMatrix('values', [values]);
  const mean = sum(values) / values.length;
  const squares = values.map((value) => (value - mean) ** 2);
  const spread = Math.sqrt(sum(squares) / Math.max(1, values.length - 1));
  return { mean, spread };
}
