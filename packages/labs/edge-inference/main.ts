import { oneHot } from '@runnable-guide/algorithms/classification';
import { factoriseLayer } from '@runnable-guide/algorithms/low-rank';
import {
  createNetwork,
  type Network,
  train,
} from '@runnable-guide/algorithms/neural-network';
import { pruneUnits, pruneWeights } from '@runnable-guide/algorithms/pruning';
import { spreadUnits } from '@runnable-guide/algorithms/rescale-units';
import { splitDigits } from '@runnable-guide/algorithms/split-digits';
import {
  floatVariant,
  integerVariant,
} from '@runnable-guide/algorithms/variant';
import * as draw from './draw.ts';

// Change these and run again.
const hiddenCount = 16; // not below the largest of unitCounts and ranks
const learning = { epochs: 12, learningRate: 0.3, batchSize: 10, seed: 1 };
const skew = 1; // 300: units of very different sizes, the same function
const coverage = 1; // 0.9: clip the outer 10% of the activations
const bitCounts = [8, 4, 3, 2];
const shares = [0.3, 0.5, 0.7, 0.9];
const unitCounts = [12, 10, 8, 6];
const ranks = [10, 8, 6, 4];
const tunedUnitCount = 8; // trained for 3 more epochs after pruning
const imagesAtOnce = 1;
// An example, a microcontroller at 100 MHz: put in your device's figures.
const device = {
  float32: { operationsPerSecond: 100e6, bytesPerSecond: 100e6 },
  integer: { operationsPerSecond: 400e6, bytesPerSecond: 100e6 },
};

const { training, test } = splitDigits();
const shape = { activation: 'relu', output: 'softmax' } as const;
const layerSizes = [64, hiddenCount, 10];
const start = createNetwork({ ...shape, layerSizes, seed: learning.seed });
const trained = learn(start, learning.epochs);
const network = spreadUnits(trained, 0, skew);

await pause();
const base = float('float32', network);
const families = {
  'per tensor': bitCounts.map((bits) => integer(bits, 'tensor')),
  'per channel': bitCounts.map((bits) => integer(bits, 'channel')),
  'weights pruned': shares.map((share) => {
    const pruned = pruneWeights(network, share);
    return float(`${Math.round(100 * share)}% zeros`, pruned, 'sparse');
  }),
  'units pruned': unitCounts.map((count) =>
    float(`${count} units`, pruneUnits(network, 0, count)),
  ),
  'low rank': ranks.map((rank) =>
    float(`rank ${rank}`, factoriseLayer(network, 0, rank)),
  ),
  'units pruned, tuned': tune(tunedUnitCount),
};

await pause();
draw.versions({ test, base, families, device, imagesAtOnce });
draw.weights(network, bitCounts, shares);
draw.channelErrors(network, bitCounts);
draw.singularValues(network);
draw.digits(test);

/** Some epochs of training, from the start or from a pruned network. */
function learn(from: Network, epochs: number): Network {
  const targets = oneHot(training.labels, 10);
  const options = { ...learning, epochs };
  return train(from, training.rows, targets, options).network;
}

function float(name: string, version: Network, storage?: 'sparse') {
  return floatVariant(name, version, test.rows, storage);
}

function integer(bits: number, sharing: 'tensor' | 'channel') {
  const options = { bits, granularity: sharing, coverage };
  return quantised(`${bits} bits, ${sharing}`, network, options);
}

function quantised(name: string, version: Network, options = {}) {
  const examples = training.rows.slice(0, 50);
  return integerVariant(name, version, test.rows, examples, options);
}

function tune(count: number) {
  const smaller = learn(pruneUnits(network, 0, count), 3);
  const name = `${count} units, tuned`;
  return [float(name, smaller), quantised(`${name}, int8`, smaller)];
}

/** Shows what there is so far. A program that never pauses is stopped. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
