import { transposedFirst } from './flat-products.ts';
import type { Matrix } from './matrix.ts';
import type { Network } from './neural-network.ts';
import { trainFlat } from './neural-network-loop.ts';
import type { TrainingOptions } from './training-options.ts';

/**
 * `train` with the same losses and the same network, to the last bit, on flat
 * arrays that are made once and used for every batch.
 *
 * @throws RangeError if an argument is not as described, or if the loss stops
 * being a finite number
 */
export function trainFast(
  network: Network,
  inputs: Matrix,
  targets: Matrix,
  options: TrainingOptions = {},
): { network: Network; losses: number[] } {
  return trainFlat(network, inputs, targets, options, transposedFirst);
}
