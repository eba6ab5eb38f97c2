import { activate, slopeOf } from '@runnable-guide/algorithms/activations';
import { type Batch, dealBatches } from '@runnable-guide/algorithms/batches';
import { at, sum, zipWith } from '@runnable-guide/algorithms/lists';
import { lossOf, outputDelta } from '@runnable-guide/algorithms/losses';
import {
  dot,
  type Matrix,
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

export function forward(network: Network, inputs: Matrix): Pass {
  const columns = at(network.layers, 0).weights.length;
  checkMatrix('inputs', inputs, { columns });
  const examples = inputs.map((input) => resultsOf(network, input));
  const depths = [...network.layers.keys(), network.layers.length];
  const activations = depths.map((depth) =>
    examples.map((results) => at(results, depth)),
  );
  return { activations, outputs: at(activations, -1) };
}

/** The input and the results of each layer, for one example. */
function resultsOf(network: Network, input: readonly number[]): number[][] {
  let below = [...input];
  const layers = network.layers.map(({ weights, biases, activation }) => {
    const sums = transpose(weights).map(
      (column, unit) => at(biases, unit) + dot(column, below),
    );
    below = activate(sums, activation);
    return below;
  });
  return [[...input], ...layers];
}

/** The gradients of the examples one by one, added up. */
export function backward(
  network: Network,
  pass: Pass,
  targets: Matrix,
): Gradients {
  const deltas = outputDelta(network, pass.outputs, targets);
  const single = deltas.map((delta, example) => {
    const results = pass.activations.map((layer) => at(layer, example));
    return gradientsOf(network.layers, results, delta);
  });
  return single.reduce((left, right) =>
    zipWith(left, right, (a, b) => ({
      weights: zipMatrix(a.weights, b.weights, add),
      biases: zipWith(a.biases, b.biases, add),
    })),
  );
}

/** Deals with the last layer, then with those below it. */
function gradientsOf(
  layers: readonly Layer[],
  results: readonly number[][],
  delta: readonly number[],
): Gradients {
  const inputs = at(results, layers.length - 1);
  const weights = inputs.map((x) => delta.map((d) => x * d));
  const own = { weights, biases: [...delta] };
  if (layers.length === 1) return [own];
  const slopeAt = slopeOf(at(layers, -2).activation);
  const below = zipWith(inputs, at(layers, -1).weights, (x, row) => {
    return slopeAt(x) * dot(row, delta);
  });
  return [...gradientsOf(layers.slice(0, -1), results, below), own];
}

function add(a: number, b: number): number {
  return a + b;
}

export function step(
  network: Network,
  gradients: Gradients,
  learningRate: number,
): Network {
  checkPositive('learningRate', learningRate);
  const layers = zipWith(network.layers, gradients, (layer, slopes) => ({
    activation: layer.activation,
    weights: layer.weights.map((row, i) =>
      row.map((w, j) => sum([w, -learningRate * at(at(slopes.weights, i), j)])),
    ),
    biases: layer.biases.map((b, j) => b - learningRate * at(slopes.biases, j)),
  }));
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

function* runEpochs(
  start: Network,
  all: Batch,
  settings: Required<TrainingOptions>,
): Generator<TrainingStep, void> {
  const random = createRandom(settings.seed);
  let network = start;
  let epoch = 0;
  while (epoch <= settings.epochs) {
    const loss = lossOf(network, predict(network, all.inputs), all.targets);
    checkProgress(loss, epoch, settings.learningRate);
    yield { epoch, loss, network };
    network = dealBatches(all, settings.batchSize, random).reduce(
      (current, { inputs, targets }) => {
        const gradients = backward(current, forward(current, inputs), targets);
        return step(current, gradients, settings.learningRate);
      },
      network,
    );
    epoch += 1;
  }
}
