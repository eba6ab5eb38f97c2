import { at } from './lists.ts';
import type { Matrix } from './matrix.ts';
import { type Random, shuffle } from './random.ts';

export interface Batch {
  inputs: Matrix;
  targets: Matrix;
}

/**
 * Deals the examples in random order into batches of `batchSize`; the last one
 * may be smaller. Every example is in exactly one batch, with its own target.
 */
export function dealBatches(
  { inputs, targets }: Batch,
  batchSize: number,
  random: Random,
): Batch[] {
  if (batchSize === inputs.length) return [{ inputs, targets }];
  const order = shuffle([...inputs.keys()], random);
  const batches: Batch[] = [];
  for (let start = 0; start < order.length; start += batchSize) {
    const chosen = order.slice(start, start + batchSize);
    batches.push({
      inputs: chosen.map((index) => at(inputs, index)),
      targets: chosen.map((index) => at(targets, index)),
    });
  }
  return batches;
}
