import {
  createFlatLayer,
  descendLayer,
  type FlatLayer,
  runLayer,
  spreadDelta,
  toLayer,
} from './flat-layer.ts';
import { measureLoss, writeOutputDelta } from './flat-loss.ts';
import { flatten } from './flat-matrix.ts';
import type { Products } from './flat-products.ts';
import { at } from './lists.ts';
import type { Matrix } from './matrix.ts';
import { lossOf, type Network, predict } from './neural-network.ts';
import { createRandom, shuffle } from './random.ts';
import {
  checkProgress,
  completeTraining,
  type TrainingOptions,
} from './training-options.ts';

/**
 * The training of `train` on flat arrays that are made once and used for every
 * batch: the same sums in the same order, hence the same numbers to the last
 * bit. How matrices are multiplied is left to the edition.
 */
export function trainFlat(
  network: Network,
  inputs: Matrix,
  targets: Matrix,
  options: TrainingOptions,
  products: Products,
): { network: Network; losses: number[] } {
  // Checks the shapes as well.
  const before = lossOf(network, predict(network, inputs), targets);
  const settings = completeTraining(options, inputs.length);
  const { epochs, learningRate, batchSize, seed } = settings;
  const examples = flatten('inputs', inputs).values;
  const wanted = flatten('targets', targets).values;
  const rowCount = inputs.length;
  const layers = network.layers.map((layer) => {
    return createFlatLayer(layer, rowCount, products);
  });
  const inputSize = at(layers, 0).inputSize;
  const outputSize = at(layers, -1).size;
  const batch = new Float64Array(batchSize * inputSize);
  const batchTargets = new Float64Array(batchSize * outputSize);
  const inOrder = [...inputs.keys()];
  const random = createRandom(seed);
  const losses = [before];

  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = batchSize === rowCount ? inOrder : shuffle(inOrder, random);
    for (let start = 0; start < rowCount; start += batchSize) {
      const count = Math.min(batchSize, rowCount - start);
      gather(batch, examples, order, start, count, inputSize);
      gather(batchTargets, wanted, order, start, count, outputSize);
      learn(network, layers, batch, batchTargets, count, learningRate);
    }
    const outputs = run(layers, examples, rowCount);
    const loss = measureLoss(network, outputs, wanted, outputSize, rowCount);
    checkProgress(loss, epoch, learningRate);
    losses.push(loss);
  }
  return { network: { ...network, layers: layers.map(toLayer) }, losses };
}

/** Copies the chosen rows side by side. */
function gather(
  batch: Float64Array,
  values: Float64Array,
  order: readonly number[],
  start: number,
  count: number,
  columns: number,
): void {
  for (let i = 0, place = 0; i < count; i++) {
    const from = at(order, start + i) * columns;
    for (let j = 0; j < columns; j++, place++) {
      batch[place] = values[from + j] as number;
    }
  }
}

function run(
  layers: readonly FlatLayer[],
  inputs: Float64Array,
  count: number,
): Float64Array {
  let values = inputs;
  for (const layer of layers) {
    runLayer(layer, values, count);
    values = layer.outputs;
  }
  return values;
}

/** One forward pass, one backward pass, one step downhill. */
function learn(
  network: Network,
  layers: readonly FlatLayer[],
  inputs: Float64Array,
  targets: Float64Array,
  count: number,
  learningRate: number,
): void {
  run(layers, inputs, count);
  writeOutputDelta(network, at(layers, -1), targets, count);
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = at(layers, index);
    const below = index === 0 ? inputs : at(layers, index - 1).outputs;
    // Before the weights change: the errors went through the old ones.
    if (index > 0) spreadDelta(at(layers, index - 1), layer, count);
    descendLayer(layer, below, count, learningRate);
  }
}
