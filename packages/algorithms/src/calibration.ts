import { at } from './lists.ts';
import type { Matrix } from './matrix.ts';
import type { Network } from './network.ts';
import { forward } from './neural-network.ts';
import { refuse } from './validate.ts';

/** The smallest and the largest number that keep their value. */
export type Range = readonly [min: number, max: number];

/**
 * The range of the inputs of each layer, as seen on some examples. Numbers
 * beyond it will be clipped, so the examples must be like the real inputs.
 *
 * @param coverage share of the numbers that must lie in the range, more than
 * 0 and at most 1. Below 1 the farthest ones on both sides are left out: some
 * large errors in exchange for a finer scale for all the others.
 */
export function calibrate(
  network: Network,
  examples: Matrix,
  coverage = 1,
): Range[] {
  if (!(coverage > 0 && coverage <= 1)) {
    refuse('coverage', 'a share of more than 0 and at most 1', coverage);
  }
  const { activations } = forward(network, examples);
  return activations.slice(0, -1).map((results) => {
    return rangeOf(results.flat(), coverage);
  });
}

function rangeOf(values: readonly number[], coverage: number): Range {
  const sorted = values.toSorted((a, b) => a - b);
  const left = Math.floor((sorted.length * (1 - coverage)) / 2);
  return [at(sorted, left), at(sorted, -1 - left)];
}
