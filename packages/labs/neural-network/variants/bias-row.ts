import { activate } from '@runnable-guide/algorithms/activations';
import { type Batch, dealBatches } from '@runnable-guide/algorithms/batches';
import { at, zipWith } from '@runnable-guide/algorithms/lists';
import { lossOf } from '@runnable-guide/algorithms/losses';
import {
  type Matrix,
  multiply,
  transpose,
  zipMatrix,
} from '@runnable-guide/algorithms/matrix';
import type {
  Gradients,
  Layer,
  Network,
  Pass,
} from '@runnable-guide/algorithms/network';
import { createRandom } from '@runnable-guide/algorithms/random';
import {
  checkProgress,
  completeTraining,
  type TrainingOptions,
  type TrainingStep,
} from '@runnable-guide/algorithms/training-options';
import {
  checkMatrix,
  checkPositive,
} from '@runnable-guide/algorithms/validate';

export { createNetwork } from '@runnable-guide/algorithms/network';
export type { Gradients, Network, Pass, TrainingOptions, TrainingStep };
export { lossOf };

/** The biases as a last row of weights, which leads from a unit that is 1. */
function withBiasRow({ weights, biases }: Pick<Layer, 'weights' | 'biases'>) {
  return [...weights, biases];
}

function withOnes(rows: Matrix): number[][] {
  return rows.map((row) => [...row, 1]);
}

export function forward(network: Network, inputs: Matrix): Pass {
  const columns = at(network.layers, 0).weights.length;
  checkMatrix('inputs', inputs, { columns });
  const activations = [inputs.map((row) => [...row])];
  for (const layer of network.layers) {
    const sums = multiply(withOnes(at(activations, -1)), withBiasRow(layer));
    activations.push(sums.map((row) => activate(row, layer.activation)));
  }
  return { activations, outputs: at(activations, -1) };
}

export function backward(
  network: Network,
  pass: Pass,
  targets: Matrix,
): Gradients {
  const gradients: Gradients = [];
  let delta = lastDelta(network, pass.outputs, targets);
  for (let index = network.layers.length - 1; index >= 0; index--) {
    const inputs = at(pass.activations, index);
    const rows = multiply(transpose(withOnes(inputs)), delta);
    gradients[index] = { weights: rows.slice(0, -1), biases: at(rows, -1) };
    if (index > 0) {
      const { weights } = at(network.layers, index);
      const errors = transpose(multiply(weights, transpose(delta)));
      const { activation } = at(network.layers, index - 1);
      delta = zipMatrix(errors, inputs, (e, a) => e * slope(activation, a));
    }
  }
  return gradients;
}

function slope(activation: Layer['activation'], a: number): number {
  switch (activation) {
    case 'sigmoid':
      return a - a ** 2;
    case 'tanh':
      return (1 - a) * (1 + a);
    case 'relu':
      return Math.sign(a);
    default:
      return 1;
  }
}

function lastDelta(
  { loss, layers }: Network,
  outputs: Matrix,
  targets: Matrix,
) {
  const { activation } = at(layers, -1);
  const count = outputs.length;
  return zipMatrix(outputs, targets, (a, t) =>
    loss === 'mse'
      ? ((a - t) * slope(activation, a)) / (count * at(outputs, 0).length * 0.5)
      : a / count - t / count,
  );
}

export function step(
  network: Network,
  gradients: Gradients,
  learningRate: number,
): Network {
  checkPositive('learningRate', learningRate);
  const layers = zipWith(network.layers, gradients, (layer, slopes): Layer => {
    const rows = zipMatrix(
      withBiasRow(layer),
      withBiasRow(slopes),
      (value, descent) => value - learningRate * descent,
    );
    return { ...layer, weights: rows.slice(0, -1), biases: at(rows, -1) };
  });
  return { ...network, layers };
}

export function predict(network: Network, inputs: Matrix): number[][] {
  return forward(network, inputs).outputs;
}

export function trainSteps(
  network: Network,
  inputs: Matrix,
  targets: Matrix,
  options: TrainingOptions = {},
): Generator<TrainingStep, void> {
  lossOf(network, predict(network, inputs), targets);
  const settings = completeTraining(options, inputs.length);
  return runEpochs(network, { inputs, targets }, settings);
}

export function train(
  network: Network,
  inputs: Matrix,
  targets: Matrix,
  options: TrainingOptions = {},
): { network: Network; losses: number[] } {
  const steps = [...trainSteps(network, inputs, targets, options)];
  const losses = steps.map(({ loss }) => loss);
  return { network: at(steps, -1).network, losses };
}

/** Epoch 0 gives away a copy of the network. */
function* runEpochs(
  start: Network,
  all: Batch,
  settings: Required<TrainingOptions>,
): Generator<TrainingStep, void> {
  const { epochs, learningRate, batchSize, seed } = settings;
  const random = createRandom(seed);
  let network: Network = JSON.parse(JSON.stringify(start));
  for (let epoch = 0; ; epoch++) {
    const loss = lossOf(network, predict(network, all.inputs), all.targets);
    checkProgress(loss, epoch, learningRate);
    yield { epoch, loss, network };
    if (epoch === epochs) return;
    for (const { inputs, targets } of dealBatches(all, batchSize, random)) {
      const pass = forward(network, inputs);
      const gradients = backward(network, pass, targets);
      network = step(network, gradients, learningRate);
    }
  }
}
