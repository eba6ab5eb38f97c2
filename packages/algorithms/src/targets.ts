import { activate } from './activations.ts';
import { at } from './lists.ts';
import { type Matrix, transpose } from './matrix.ts';
import type { Network } from './network.ts';
import {
  type FloatFormat,
  type NumberFormat,
  rounding,
  stored,
} from './number-formats.ts';
import { checkMatrix } from './validate.ts';

/** How a kind of hardware computes, as far as its results depend on it. */
export interface Target {
  name: string;
  /** In which weights and the inputs of each layer are stored. */
  storage: NumberFormat;
  /** To which every product and every sum is rounded. */
  arithmetic: FloatFormat;
  /** In which order the products of one unit are added up. */
  order: 'forward' | 'backward';
}

/**
 * The logits of a network, its results before softmax, as a target computes
 * them: batch × units. The activations between the layers, and the biases,
 * are computed in `arithmetic`.
 *
 * @throws RangeError if the inputs do not suit the network
 */
export function logitsOn(
  { storage, arithmetic, order }: Target,
  { layers }: Network,
  inputs: Matrix,
): number[][] {
  const columns = at(layers, 0).weights.length;
  checkMatrix('inputs', inputs, { columns });
  const round = rounding[arithmetic];
  let rows: Matrix = inputs;
  for (const [index, { weights, biases, activation }] of layers.entries()) {
    const kept = stored(weights.flat(), storage);
    const units = transpose(rowsOf(kept, biases.length));
    rows = rows.map((row) => {
      const values = stored(row, storage);
      const sums = units.map((column, unit) => {
        const products = values.map((v, i) => round(v * at(column, i)));
        if (order === 'backward') products.reverse();
        const total = products.reduce((a, b) => round(a + b));
        return round(total + at(biases, unit));
      });
      const isLast = index === layers.length - 1;
      return isLast ? sums : activate(sums, activation).map(round);
    });
  }
  return rows.map((row) => [...row]);
}

function rowsOf(values: readonly number[], width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, index) => {
    return values.slice(index * width, (index + 1) * width);
  });
}
