import { at, zipWith } from './lists.ts';
import { multiply, transpose } from './matrix.ts';
import type { Network } from './network.ts';
import { backward, forward } from './neural-network.ts';
import { checkNotNegative } from './validate.ts';

/**
 * The gradient of the loss by the inputs of one example: how to change the
 * input, not the weights, so that the loss grows.
 */
export function inputGradient(
  network: Network,
  input: readonly number[],
  target: readonly number[],
): number[] {
  const pass = forward(network, [input]);
  const gradients = backward(network, pass, [target]);
  // For one example the biases' gradient is the delta of the first layer.
  const delta = at(gradients, 0).biases;
  const { weights } = at(network.layers, 0);
  return at(multiply([delta], transpose(weights)), 0);
}

/**
 * An adversarial example: the input, moved in each feature by `size` in the
 * direction in which the loss grows. No feature changes by more than `size`,
 * yet all changes add up. The attacker needs the weights; attacks that only
 * query the model exist too.
 *
 * Method: the fast gradient sign method. Goodfellow, Shlens and Szegedy,
 * "Explaining and harnessing adversarial examples", ICLR 2015, section 4.
 *
 * @throws RangeError if an argument is not as described
 */
export function gradientSign(
  network: Network,
  input: readonly number[],
  target: readonly number[],
  size: number,
): number[] {
  checkNotNegative('size', size);
  const gradient = inputGradient(network, input, target);
  return zipWith(input, gradient, (value, slope) => {
    return value + size * Math.sign(slope);
  });
}
