import { dealBatches } from '@runnable-guide/algorithms/batches';
import {
  createNetwork,
  lossOf,
  type Network,
  predict,
  train,
} from '@runnable-guide/algorithms/neural-network';
import { trainFast } from '@runnable-guide/algorithms/neural-network-fast';
import { createRandom } from '@runnable-guide/algorithms/random';
import { signs } from './data.ts';
import { reportGrowth } from './k-means.ts';
import { expectClose, race, report, reportSteps } from './measure.ts';
import { loadBrain, loadTensorFlow } from './peers.ts';
import { networkSteps } from './steps/neural-network.ts';

const layerSizes = [2, 16, 16, 1];
const epochs = 20;
const seed = 1;

export async function benchNetwork(): Promise<void> {
  await besideTensorFlow();
  await besideBrain();
  stepByStep(32);
  stepByStep(1);
  growth();
}

/** The same first weights, batches and steps; theirs in float32. */
async function besideTensorFlow(): Promise<void> {
  const tf = await loadTensorFlow();
  const { inputs, targets } = signs(512);
  const network = createNetwork({ layerSizes });
  const options = { epochs, batchSize: 32, learningRate: 0.5, seed };
  const batches = batchesOf(inputs, targets, 32).map((batch) => ({
    inputs: tf.tensor(batch.inputs),
    targets: tf.tensor(batch.targets),
  }));

  const theirs = () => {
    const layers = network.layers.map(({ weights, biases }) => ({
      weights: tf.variable(tf.tensor(weights)),
      biases: tf.variable(tf.tensor(biases)),
    }));
    const optimiser = tf.train.sgd(options.learningRate);
    for (const batch of batches) {
      tf.tidy(() => {
        optimiser.minimize(() => {
          let values = batch.inputs;
          for (const [index, { weights, biases }] of layers.entries()) {
            values = tf.add(tf.matMul(values, weights), biases);
            if (index < layers.length - 1) values = tf.tanh(values);
          }
          return tf.losses.sigmoidCrossEntropy(batch.targets, values);
        });
      });
    }
    const result = layers.map(({ weights, biases }, index) => {
      const size = layerSizes[index + 1] ?? 0;
      const flat = [...weights.dataSync()];
      const rows = Array.from({ length: flat.length / size }, (_, i) => {
        return flat.slice(i * size, (i + 1) * size);
      });
      const list = [...biases.dataSync()];
      weights.dispose();
      biases.dispose();
      return { weights: rows, biases: list };
    });
    return withLayers(network, result);
  };

  const ours = trainFast(network, inputs, targets, options).losses.at(-1) ?? 0;
  const other = lossOf(network, predict(theirs(), inputs), targets);
  expectClose('TensorFlow.js', other, ours, 1e-3);
  const timings = race([
    {
      name: 'trainFast',
      run: () => trainFast(network, inputs, targets, options),
    },
    {
      name: 'train, readable',
      run: () => train(network, inputs, targets, options),
      rounds: 3,
    },
    { name: 'TensorFlow.js 4.22, CPU backend', run: theirs, rounds: 5 },
  ]);
  report(
    'network: 2-16-16-1, tanh, 512 samples, batch 32, 20 epochs; final loss ' +
      `${ours.toFixed(5)}, of TensorFlow.js ${other.toFixed(5)}`,
    timings,
  );
}

/** brain.js knows no batches and one activation, so that is what is done. */
async function besideBrain(): Promise<void> {
  const { default: NeuralNetwork } = await loadBrain();
  const { inputs, targets } = signs(512);
  const network = createNetwork({
    layerSizes,
    activation: 'sigmoid',
    loss: 'mse',
  });
  const options = { epochs, batchSize: 1, learningRate: 0.25, seed };
  const order = batchesOf(inputs, targets, 1).map((batch) => ({
    input: Float32Array.from(batch.inputs[0] ?? []),
    output: Float32Array.from(batch.targets[0] ?? []),
  }));

  const theirs = () => {
    const other = new NeuralNetwork({
      inputSize: 2,
      outputSize: 1,
      hiddenLayers: [16, 16],
      activation: 'sigmoid',
    });
    other.sizes = layerSizes;
    other.initialize();
    for (const [index, { weights, biases }] of network.layers.entries()) {
      for (const [unit, bias] of biases.entries()) {
        const own = other.weights[index + 1]?.[unit];
        own?.set(weights.map((row) => row[unit] ?? 0));
        other.biases[index + 1]?.fill(bias, unit, unit + 1);
      }
    }
    // Their slope of the squared error lacks the factor 2.
    other.trainOpts.learningRate = 2 * options.learningRate;
    // 0 is refused as an option, but it is what is to be compared.
    other.trainOpts.momentum = 0;
    other.trainPatterns(order);
    return other;
  };

  const ours = trainFast(network, inputs, targets, options).losses.at(-1) ?? 0;
  const trained = theirs();
  const outputs = inputs.map((row) => [...trained.run(row)]);
  const other = lossOf(network, outputs, targets);
  expectClose('brain.js', other, ours, 1e-3);
  const timings = race([
    {
      name: 'trainFast, batch 1',
      run: () => trainFast(network, inputs, targets, options),
    },
    {
      name: 'trainFast, batch 32 (other arithmetic)',
      run: () =>
        trainFast(network, inputs, targets, { ...options, batchSize: 32 }),
    },
    { name: 'brain.js 1.6', run: theirs },
  ]);
  report(
    'network: 2-16-16-1, sigmoid, 512 samples, one at a time, 20 epochs; ' +
      `final loss ${ours.toFixed(5)}, of brain.js ${other.toFixed(5)}`,
    timings,
  );
}

/** All batches of all epochs, in the order in which `train` takes them. */
function batchesOf(inputs: number[][], targets: number[][], size: number) {
  const random = createRandom(seed);
  return Array.from({ length: epochs }, () => {
    return dealBatches({ inputs, targets }, size, random);
  })
    .flat()
    .map((batch) => ({
      inputs: batch.inputs.map((row) => [...row]),
      targets: batch.targets.map((row) => [...row]),
    }));
}

function withLayers(
  network: Network,
  layers: { weights: number[][]; biases: number[] }[],
): Network {
  return {
    ...network,
    layers: network.layers.map((layer, index) => ({
      ...layer,
      ...layers[index],
    })),
  };
}

function stepByStep(batchSize: number): void {
  const { inputs, targets } = signs(512);
  const network = createNetwork({ layerSizes });
  const options = { epochs, batchSize, learningRate: 0.1, seed };
  const editions = {
    readable: train,
    ...networkSteps,
    'what is left over by fours': trainFast,
  };
  reportSteps(
    `network: 2-16-16-1, tanh, 512 samples, batch ${batchSize}, 20 epochs`,
    Object.entries(editions).map(([name, learn]) => ({
      name,
      run: () => learn(network, inputs, targets, options),
      rounds: 15,
    })),
  );
}

function growth(): void {
  const points = [64, 640, 6_400, 64_000].map((size) => {
    const { inputs, targets } = signs(size);
    const network = createNetwork({ layerSizes });
    const options = { epochs: 2, batchSize: 32, learningRate: 0.1 };
    const run = () => trainFast(network, inputs, targets, options);
    const [timing] = race([{ name: '', run, rounds: size > 1e4 ? 3 : 15 }]);
    return { size, ms: timing?.ms ?? Number.NaN };
  });
  reportGrowth('network 2-16-16-1, n samples, 2 epochs', points);
}
