import { at } from './lists.ts';
import { refuse } from './validate.ts';

/**
 * The smallest of the values that a share of them does not exceed (the
 * nearest-rank percentile): `quantile(latencies, 0.99)` is the p99.
 *
 * @throws RangeError if there is no value or the share is not in (0, 1]
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) refuse('values', 'at least one number', values);
  if (!(share > 0 && share <= 1)) {
    refuse('share', 'greater than 0 and at most 1', share);
  }
  const sorted = Float64Array.from(values).sort();
  // Less a trifle: 0.07 × 100 is 7.000000000000001 in floats.
  const rank = Math.ceil(share * sorted.length - 1e-9);
  return at([...sorted.subarray(rank - 1, rank)], 0);
}
