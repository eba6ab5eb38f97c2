import { activate, slopeOf } from '@runnable-guide/algorithms/activations';
import { type Batch, dealBatches } from '@runnable-guide/algorithms/batches';
import { at, zipWith } from '@runnable-guide/algorithms/lists';
import { lossOf, outputDelta } from '@runnable-guide/algorithms/losses';
import {
  columnSums,
  type Matrix,
  multiply,
  transpose,
  zipMatrix,
} from '@runnable-guide/algorithms/matrix';
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

/**
 * Computes the outputs for a batch of inputs (batch × units).
 *
 * Each layer makes weighted sums, inputs · weights + biases, and sends each
 * row through `activate`. Keep the results of every layer, the inputs first:
 * the backward pass needs them.
 */
export function forward(network: Network, inputs: Matrix): Pass {
  const columns = at(network.layers, 0).weights.length;
  checkMatrix('inputs', inputs, { columns });
  return yourTurn('go through the layers and keep the results of each', {
    layers: network.layers,
    multiply,
    zipWith,
    activate,
  });
}

/**
 * Computes the gradient of `lossOf` by backpropagation: delta, the derivative
 * by a layer's weighted sums, goes from the last layer to the first.
 *
 * With X the results of the layer below (batch × in) and W the weights:
 * - delta of the last layer: `outputDelta`
 * - gradient of the weights: Xᵀ · delta
 * - gradient of the biases: the column sums of delta
 * - delta one layer below: delta · Wᵀ, each number times the slope of the
 *   activation there, `slopeOf(activation)(x)`
 */
export function backward(
  network: Network,
  pass: Pass,
  targets: Matrix,
): Gradients {
  return yourTurn(
    'carry delta from the last layer to the first',
    outputDelta(network, pass.outputs, targets),
    transpose,
    multiply,
    columnSums,
    slopeOf,
    zipMatrix,
  );
}

/**
 * One step of gradient descent: a new network, downhill from the old one. Each
 * weight and bias becomes value − learningRate · slope. Leave the old network
 * as it is: the figures still need it.
 */
export function step(
  network: Network,
  gradients: Gradients,
  learningRate: number,
): Network {
  checkPositive('learningRate', learningRate);
  const ingredients = { network, gradients, zipMatrix };
  return yourTurn('subtract learningRate times the gradient', ingredients);
}

/** The outputs alone: batch × units. */
export function predict(network: Network, inputs: Matrix): number[][] {
  return forward(network, inputs).outputs;
}

/**
 * Trains by mini-batch gradient descent. Yields the loss over all examples and
 * the network after each epoch; epoch 0 is the state before training.
 */
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

/** Runs `trainSteps` to its end. `losses[0]` is the loss before training. */
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

/**
 * The training loop. Yield the state before training as epoch 0. In each epoch
 * `dealBatches`, and for each batch go forward, backward and one step. Then
 * measure the loss over all examples, `checkProgress`, and yield.
 */
function* runEpochs(
  start: Network,
  all: Batch,
  settings: Required<TrainingOptions>,
): Generator<TrainingStep, void> {
  const { epochs, learningRate, batchSize, seed } = settings;
  const random = createRandom(seed);
  yield yourTurn(
    'repeat forward, backward, step',
    { start, all, epochs, learningRate, batchSize, random },
    dealBatches,
    checkProgress,
  );
}

/** Stands where your code goes; the arguments after the task may help. */
function yourTurn(task: string, ..._ingredients: unknown[]): never {
  throw new Error(`Your turn: ${task}`);
}
