import { activate } from './activations.ts';
import { at } from './lists.ts';
import type { Matrix } from './matrix.ts';
import type { Layer, Network } from './network.ts';
import { checkMatrix } from './validate.ts';

/**
 * The logits for each input (batch × units): the weighted sums of the last
 * layer, before softmax makes probabilities of them.
 */
export function logitsOf(network: Network, inputs: Matrix): number[][] {
  const columns = at(network.layers, 0).weights.length;
  checkMatrix('inputs', inputs, { columns });
  return inputs.map((input) => {
    return [...at(layerResults(network.layers, input), -1)];
  });
}

/** One input, then the results of each layer; of the last one the logits. */
export function layerResults(
  layers: readonly Layer[],
  input: readonly number[],
): (readonly number[])[] {
  const results: (readonly number[])[] = [input];
  for (const [index, layer] of layers.entries()) {
    const sums = weightedSums(layer, at(results, -1));
    const isLast = index === layers.length - 1;
    results.push(isLast ? sums : activate(sums, layer.activation));
  }
  return results;
}

function weightedSums(layer: Layer, input: readonly number[]): number[] {
  const sums = [...layer.biases];
  layer.weights.forEach((weights, i) => {
    addTo(sums, weights, input[i] ?? 0);
  });
  return sums;
}

/** Adds factor · changes to the values, in place. */
export function addTo(
  values: number[],
  changes: readonly number[],
  factor: number,
): void {
  // Much of an image is empty.
  if (factor === 0) return;
  // The innermost loop of training: here `at` would take most of the time.
  for (let j = 0; j < values.length; j++) {
    values[j] = (values[j] ?? 0) + factor * (changes[j] ?? 0);
  }
}
