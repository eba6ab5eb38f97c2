import { sum } from './lists.ts';
import type { Network } from './network.ts';
import { countZeros } from './pruning.ts';
import type { Work } from './roofline.ts';
import { checkOneOf } from './validate.ts';

/** How the weights are stored: every one, or those that are not 0. */
export type Storage = 'dense' | 'sparse';

export interface CostOptions {
  /** Of a weight: 4 for float32, 1 for int8. Default: 4. */
  bytesPerWeight?: number;
  /** Default: 'dense'. */
  storage?: Storage;
  /** Scales stored with the weights, 4 bytes each. Default: 0. */
  scaleCount?: number;
}

/**
 * What one example costs: a multiplication and an addition for each weight,
 * and every stored byte read once. Biases take 4 bytes, in int8 too. Sparse
 * storage has, for each weight that is not 0, one byte more for its row, and
 * for each column two bytes that say how many there are; only those weights
 * are multiplied. That is the best case for sparse code.
 */
export function costOf(network: Network, options: CostOptions = {}): Work {
  const { bytesPerWeight = 4, storage = 'dense', scaleCount = 0 } = options;
  checkOneOf('storage', storage, ['dense', 'sparse']);
  const costs = network.layers.map(({ weights, biases }) => {
    const all = weights.flat().length;
    const stored = storage === 'dense' ? all : all - countZeros(weights);
    const index = storage === 'dense' ? 0 : stored + 2 * biases.length;
    const bytes = stored * bytesPerWeight + index + 4 * biases.length;
    return { operations: 2 * stored, bytes };
  });
  return {
    operations: sum(costs.map((cost) => cost.operations)),
    bytes: sum(costs.map((cost) => cost.bytes)) + 4 * scaleCount,
  };
}
