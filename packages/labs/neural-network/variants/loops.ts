import { activate, slopeOf } from '@runnable-guide/algorithms/activations';
import { type Batch, dealBatches } from '@runnable-guide/algorithms/batches';
import { at } from '@runnable-guide/algorithms/lists';
import { lossOf, outputDelta } from '@runnable-guide/algorithms/losses';
import type { Matrix } from '@runnable-guide/algorithms/matrix';
import type {
  Gradients,
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

export function forward(network: Network, inputs: Matrix): Pass {
  const columns = at(network.layers, 0).weights.length;
  checkMatrix('inputs', inputs, { columns });
  let below = inputs.map((row) => [...row]);
  const activations = [below];
  for (const { weights, biases, activation } of network.layers) {
    const results: number[][] = [];
    for (const row of below) {
      const sums = Float64Array.from(biases);
      for (let i = 0; i < row.length; i++) {
        for (let j = 0; j < sums.length; j++) {
          sums[j] = (sums[j] ?? 0) + at(row, i) * at(at(weights, i), j);
        }
      }
      results.push(activate([...sums], activation));
    }
    activations.push(results);
    below = results;
  }
  return { activations, outputs: below };
}

export function backward(
  network: Network,
  pass: Pass,
  targets: Matrix,
): Gradients {
  const gradients: Gradients = network.layers.map((layer) => ({
    weights: layer.weights.map((row) => row.map(() => 0)),
    biases: layer.biases.map(() => 0),
  }));
  let delta = outputDelta(network, pass.outputs, targets);
  for (let l = network.layers.length - 1; l >= 0; l--) {
    const { weights } = at(network.layers, l);
    const gradient = at(gradients, l);
    const below = at(pass.activations, l);
    const deltaBelow: number[][] = [];
    for (let n = 0; n < delta.length; n++) {
      const row = at(below, n);
      const own = at(delta, n);
      const next: number[] = [];
      for (let i = 0; i < row.length; i++) {
        const slopes = at(gradient.weights, i);
        let error = 0;
        for (let j = 0; j < own.length; j++) {
          slopes[j] = (slopes[j] ?? 0) + at(row, i) * at(own, j);
          error += at(at(weights, i), j) * at(own, j);
        }
        if (l === 0) continue;
        const { activation } = at(network.layers, l - 1);
        next.push(error * slopeOf(activation)(at(row, i)));
      }
      for (let j = 0; j < own.length; j++) {
        gradient.biases[j] = (gradient.biases[j] ?? 0) + at(own, j);
      }
      deltaBelow.push(next);
    }
    delta = deltaBelow;
  }
  return gradients;
}

export function step(
  network: Network,
  gradients: Gradients,
  learningRate: number,
): Network {
  checkPositive('learningRate', learningRate);
  const layers = network.layers.map((layer) => ({
    ...layer,
    weights: layer.weights.map((row) => [...row]),
    biases: [...layer.biases],
  }));
  for (const [l, { weights, biases }] of layers.entries()) {
    const slopes = at(gradients, l);
    for (const [i, row] of weights.entries()) {
      for (const j of row.keys()) {
        row[j] = at(row, j) - learningRate * at(at(slopes.weights, i), j);
      }
    }
    for (const j of biases.keys()) {
      biases[j] = at(biases, j) - learningRate * at(slopes.biases, j);
    }
  }
  return { layers, loss: network.loss };
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

function* runEpochs(
  start: Network,
  all: Batch,
  settings: Required<TrainingOptions>,
): Generator<TrainingStep, void> {
  const { epochs, learningRate, batchSize, seed } = settings;
  const random = createRandom(seed);
  const measure = (network: Network) =>
    lossOf(network, predict(network, all.inputs), all.targets);
  let network = start;
  yield { epoch: 0, loss: measure(start), network: start };
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (const batch of dealBatches(all, batchSize, random)) {
      const pass = forward(network, batch.inputs);
      network = step(
        network,
        backward(network, pass, batch.targets),
        learningRate,
      );
    }
    const loss = measure(network);
    checkProgress(loss, epoch, learningRate);
    yield { epoch, loss, network };
  }
}
