import { activate, slopeOf } from './activations.ts';
import { at } from './lists.ts';
import type { Matrix } from './matrix.ts';
import type { Layer, Network } from './network.ts';
import { createRandom, shuffle } from './random.ts';
import { completeTraining, type TrainingOptions } from './training-options.ts';
import { checkMatrix } from './validate.ts';

/**
 * The derivative of an example's loss by its logits, the weighted sums of the
 * last layer. It stands for the loss: training needs nothing else of it.
 */
export type LogitSlopes = (logits: number[], example: number) => number[];

/**
 * Trains a copy of the network by mini-batch gradient descent on a loss given
 * by its slopes. The steps are those of `train`, in plain loops instead of
 * matrices: many small networks are to be trained in a second.
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
  const layers = network.layers.map(copyOf);
  let order = [...inputs.keys()];
  for (let epoch = 0; epoch < epochs; epoch++) {
    // With one batch the order does not matter, so no number is drawn for it.
    if (batchSize < inputs.length) order = shuffle([...inputs.keys()], random);
    for (let start = 0; start < order.length; start += batchSize) {
      const batch = order.slice(start, start + batchSize);
      const totals = layers.map(zerosLike);
      for (const example of batch) {
        addGradient(totals, layers, at(inputs, example), (logits) =>
          logitSlopes(logits, example),
        );
      }
      moveAgainst(layers, totals, learningRate / batch.length);
    }
  }
  return { ...network, layers };
}

function copyOf({ weights, biases, activation }: Layer): Layer {
  return { weights: weights.map((row) => [...row]), biases: [...biases], activation };
}

function zerosLike({ weights, biases, activation }: Layer): Layer {
  const zeros = biases.map(() => 0);
  return { weights: weights.map(() => [...zeros]), biases: zeros, activation };
}

/** Backpropagation for one example; its gradient is added to the totals. */
function addGradient(
  totals: Layer[],
  layers: readonly Layer[],
  input: readonly number[],
  slopesOf: (logits: number[]) => number[],
): void {
  const results: (readonly number[])[] = [input];
  for (const [index, layer] of layers.entries()) {
    const sums = weightedSums(layer, at(results, -1));
    const isLast = index === layers.length - 1;
    results.push(isLast ? sums : activate(sums, layer.activation));
  }
  let delta = slopesOf([...at(results, -1)]);
  for (let index = layers.length - 1; index >= 0; index--) {
    const below = at(results, index);
    addOuter(at(totals, index), below, delta);
    if (index === 0) return;
    const slopeAt = slopeOf(at(layers, index - 1).activation);
    const { weights } = at(layers, index);
    delta = below.map((a, i) => slopeAt(a) * dotOf(at(weights, i), delta));
  }
}

function weightedSums({ weights, biases }: Layer, input: readonly number[]) {
  const sums = [...biases];
  for (let i = 0; i < weights.length; i++) {
    const x = input[i] as number;
    if (x === 0) continue;
    const row = weights[i] as number[];
    for (let j = 0; j < row.length; j++) sums[j] = (sums[j] as number) + x * (row[j] as number);
  }
  return sums;
}
function addOuter(total: Layer, input: readonly number[], delta: readonly number[]) {
  const { weights, biases } = total;
  for (let j = 0; j < delta.length; j++) biases[j] = (biases[j] as number) + (delta[j] as number);
  for (let i = 0; i < weights.length; i++) {
    const x = input[i] as number;
    if (x === 0) continue;
    const row = weights[i] as number[];
    for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) + x * (delta[j] as number);
  }
}
function dotOf(a: readonly number[], b: readonly number[]) {
  let s = 0;
  for (let j = 0; j < a.length; j++) s += (a[j] as number) * (b[j] as number);
  return s;
}
function moveAgainst(layers: Layer[], totals: Layer[], rate: number) {
  for (let l = 0; l < layers.length; l++) {
    const { weights, biases } = layers[l] as Layer;
    const t = totals[l] as Layer;
    for (let i = 0; i < weights.length; i++) {
      const row = weights[i] as number[];
      const g = t.weights[i] as number[];
      for (let j = 0; j < row.length; j++) row[j] = (row[j] as number) - rate * (g[j] as number);
    }
    for (let j = 0; j < biases.length; j++) biases[j] = (biases[j] as number) - rate * (t.biases[j] as number);
  }
}
