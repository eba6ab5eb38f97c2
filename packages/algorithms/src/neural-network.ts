import { activate, slopeOf } from './activations.ts';
import { type Batch, dealBatches } from './batches.ts';
import { at, zipWith } from './lists.ts';
import { lossOf, outputDelta } from './losses.ts';
import {
  columnSums,
  type Matrix,
  multiply,
  transpose,
  zipMatrix,
} from './matrix.ts';
import type { Gradients, Layer, Network, Pass } from './network.ts';
import { createRandom } from './random.ts';
import {
  checkProgress,
  completeTraining,
  type TrainingOptions,
  type TrainingStep,
} from './training-options.ts';
import { checkMatrix, checkPositive } from './validate.ts';

export { createNetwork } from './network.ts';
export type { Gradients, Network, Pass, TrainingOptions, TrainingStep };
export { lossOf };

/** Computes the outputs for a batch of inputs (batch × units). */
export function forward(network: Network, inputs: Matrix): Pass {
  const columns = at(network.layers, 0).weights.length;
  checkMatrix('inputs', inputs, { columns });
  const activations = [inputs.map((row) => [...row])];
  for (const { weights, biases, activation } of network.layers) {
    const sums = multiply(at(activations, -1), weights).map((row) =>
      zipWith(row, biases, (sum, bias) => sum + bias),
    );
    activations.push(sums.map((row) => activate(row, activation)));
  }
  return { activations, outputs: at(activations, -1) };
}

/**
 * Computes the gradient of `lossOf` by backpropagation: delta, the derivative
 * by a layer's weighted sums, goes from the last layer to the first.
 *
 * Method: Rumelhart, Hinton and Williams, "Learning representations by
 * back-propagating errors", Nature 323 (1986), pp. 533–536.
 */
export function backward(
  network: Network,
  pass: Pass,
  targets: Matrix,
): Gradients {
  let delta = outputDelta(network, pass.outputs, targets);
  const gradients: Gradients = [];
  for (const [index, layer] of [...network.layers.entries()].reverse()) {
    const inputs = at(pass.activations, index);
    gradients.unshift({
      weights: multiply(transpose(inputs), delta),
      biases: columnSums(delta),
    });
    if (index === 0) break;
    const errors = multiply(delta, transpose(layer.weights));
    const slopeAt = slopeOf(at(network.layers, index - 1).activation);
    delta = zipMatrix(errors, inputs, (error, a) => error * slopeAt(a));
  }
  return gradients;
}

/** One step of gradient descent: a new network, downhill from the old one. */
export function step(
  network: Network,
  gradients: Gradients,
  learningRate: number,
): Network {
  checkPositive('learningRate', learningRate);
  const descend = (value: number, slope: number) =>
    value - learningRate * slope;
  const layers = network.layers.map((layer, index): Layer => {
    const { weights, biases } = at(gradients, index);
    return {
      ...layer,
      weights: zipMatrix(layer.weights, weights, descend),
      biases: zipWith(layer.biases, biases, descend),
    };
  });
  return { ...network, layers };
}

/** The outputs alone: batch × units. */
export function predict(network: Network, inputs: Matrix): number[][] {
  return forward(network, inputs).outputs;
}

/**
 * Trains by mini-batch gradient descent. Yields the loss over all examples and
 * the network after each epoch; epoch 0 is the state before training.
 *
 * @throws RangeError at the call, if an argument is not as described, and
 * later, if the loss stops being a finite number
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

function* runEpochs(
  start: Network,
  all: Batch,
  settings: Required<TrainingOptions>,
): Generator<TrainingStep, void> {
  const { epochs, learningRate, batchSize, seed } = settings;
  const random = createRandom(seed);
  let network = start;
  for (let epoch = 0; epoch <= epochs; epoch++) {
    const batches = epoch === 0 ? [] : dealBatches(all, batchSize, random);
    for (const { inputs, targets } of batches) {
      const pass = forward(network, inputs);
      const gradients = backward(network, pass, targets);
      network = step(network, gradients, learningRate);
    }
    const loss = lossOf(network, predict(network, all.inputs), all.targets);
    checkProgress(loss, epoch, learningRate);
    yield { epoch, loss, network };
  }
}
