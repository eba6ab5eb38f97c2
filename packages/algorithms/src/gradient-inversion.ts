import { argMax, at } from './lists.ts';
import type { Matrix } from './matrix.ts';
import { checkMatrix } from './validate.ts';

/**
 * What the gradient of a dense layer says about its input. For one example the
 * gradient of the weights is input × delta and that of the biases is delta, so
 * their quotient is the input, exactly. For several examples it is a mixture,
 * weighted by their deltas. The unit with the largest delta is used.
 *
 * Method: Geiping et al., "Inverting gradients", NeurIPS 2020, proposition 3.1.
 *
 * @param weights the gradient of the weights, in × out, times any factor
 * @param biases the gradient of the biases, times the same factor
 */
export function invertGradient(
  weights: Matrix,
  biases: readonly number[],
): number[] {
  checkMatrix('weights', weights, { columns: biases.length });
  const unit = argMax(biases.map(Math.abs));
  return weights.map((row) => at(row, unit) / at(biases, unit));
}
