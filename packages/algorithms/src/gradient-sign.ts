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
 * The direction, 1, −1 or 0 for each feature, in which a small step of equal
 * size in all features makes the loss grow most.
 *
 * Method: the fast gradient sign method. Goodfellow, Shlens and Szegedy,
 * "Explaining and harnessing adversarial examples", ICLR 2015, section 4. It
 * needs the weights; attacks that only query the model exist too.
 */
export function gradientSigns(
  network: Network,
  input: readonly number[],
  target: readonly number[],
): number[] {
  return inputGradient(network, input, target).map(Math.sign);
}

/** The input, moved by `size` in each feature along the signs. */
export function perturb(
  input: readonly number[],
  signs: readonly number[],
  size: number,
): number[] {
  checkNotNegative('size', size);
  return zipWith(input, signs, (value, sign) => value + size * sign);
}
