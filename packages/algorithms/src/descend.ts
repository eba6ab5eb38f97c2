import { slopeOf } from './activations.ts';
import { at } from './lists.ts';
import { addTo, layerResults } from './logits.ts';
import type { Matrix } from './matrix.ts';
import type { Layer, Network } from './network.ts';
import { createRandom, shuffle } from './random.ts';
import { completeTraining, type TrainingOptions } from './training-options.ts';
import { checkMatrix } from './validate.ts';

/**
 * The derivative of one example's loss by its logits. It stands for the loss:
 * training needs nothing else of it.
 */
export type LogitSlopes = (
  logits: readonly number[],
  example: number,
) => number[];

/**
 * Trains a copy of the network by mini-batch gradient descent on a loss that
 * is given by its slopes. Takes the steps of `train`, but in plain loops over
 * numbers: a lab trains a hundred small networks in a second.
 *
 * @throws RangeError if an argument is not as described
 */
export function descend(
  network: Network,
  inputs: Matrix,
  logitSlopes: LogitSlopes,
  options: TrainingOptions = {},
): Network {
  const columns = at(network.layers, 0).weights.length;
  checkMatrix('inputs', inputs, { columns });
  const settings = completeTraining(options, inputs.length);
  const { epochs, learningRate, batchSize, seed } = settings;
  const random = createRandom(seed);
  const layers = network.layers.map((layer) => copyOf(layer, 1));
  const totals = network.layers.map((layer) => copyOf(layer, 0));
  const inOrder = [...inputs.keys()];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const isOneBatch = batchSize === inputs.length;
    const order = isOneBatch ? inOrder : shuffle(inOrder, random);
    for (let start = 0; start < order.length; start += batchSize) {
      const batch = order.slice(start, start + batchSize);
      for (const example of batch) {
        const results = layerResults(layers, at(inputs, example));
        const slopes = logitSlopes(at(results, -1), example);
        addGradient(totals, layers, results, slopes);
      }
      addScaled(layers, totals, -learningRate / batch.length);
      addScaled(totals, totals, -1);
    }
  }
  return { ...network, layers };
}

/** The layer with weights and biases of its own, multiplied by a factor. */
function copyOf(layer: Layer, factor: number): Layer {
  const scale = (values: readonly number[]) => values.map((v) => factor * v);
  const weights = layer.weights.map(scale);
  return { ...layer, weights, biases: scale(layer.biases) };
}

/** Backpropagation for one example. Its gradient is added to the totals. */
function addGradient(
  totals: readonly Layer[],
  layers: readonly Layer[],
  results: Matrix,
  logitSlopes: readonly number[],
): void {
  let delta = logitSlopes;
  for (let index = layers.length - 1; index >= 0; index--) {
    const below = at(results, index);
    const total = at(totals, index);
    addTo(total.biases, delta, 1);
    const above = delta;
    total.weights.forEach((row, i) => {
      addTo(row, above, below[i] ?? 0);
    });
    if (index === 0) return;
    const slopeAt = slopeOf(at(layers, index - 1).activation);
    const { weights } = at(layers, index);
    delta = weights.map(
      (row, i) => product(row, above) * slopeAt(below[i] ?? 0),
    );
  }
}

/** Adds factor · changes to the layers, in place. */
function addScaled(
  layers: readonly Layer[],
  changes: readonly Layer[],
  factor: number,
): void {
  for (const [index, { weights, biases }] of layers.entries()) {
    const change = at(changes, index);
    addTo(biases, change.biases, factor);
    change.weights.forEach((row, i) => {
      addTo(weights[i] ?? [], row, factor);
    });
  }
}

function product(left: readonly number[], right: readonly number[]): number {
  let total = 0;
  for (let j = 0; j < left.length; j++) {
    total += (left[j] ?? 0) * (right[j] ?? 0);
  }
  return total;
}
