import { trainClassifier } from '@runnable-guide/algorithms/classifier';
import { privateMean } from '@runnable-guide/algorithms/client-privacy';
import { dirichletSplit } from '@runnable-guide/algorithms/dirichlet-split';
import {
  type Client,
  type FedAvgOptions,
  type FedAvgStep,
  fedAvgSteps,
} from '@runnable-guide/algorithms/fed-avg';
import { at, zipWith } from '@runnable-guide/algorithms/lists';
import {
  createNetwork,
  type Network,
} from '@runnable-guide/algorithms/neural-network';
import { createRandom } from '@runnable-guide/algorithms/random';
import { splitDigits } from '@runnable-guide/algorithms/split-digits';

export const { training, test } = splitDigits();

/** The network that all training starts from: 640 weights, 10 biases. */
export const start = createNetwork({ layerSizes: [64, 10], output: 'softmax' });

/** The training images, dealt to clients. */
export function clientsOf(
  clientCount: number,
  concentration: number,
  seed: number,
): Client[] {
  const split = dirichletSplit(
    training.labels,
    clientCount,
    concentration,
    seed,
  );
  return split.map((places) => ({
    rows: places.map((place) => at(training.rows, place)),
    labels: places.map((place) => at(training.labels, place)),
  }));
}

export function federate(
  clients: readonly Client[],
  options: FedAvgOptions,
): FedAvgStep[] {
  return [...fedAvgSteps(start, clients, options)];
}

/** One network trained on all images in one place. */
export function central(epochs: number): Network {
  const options = { epochs, learningRate: 0.5, batchSize: 10 };
  return trainClassifier(start, training.rows, training.labels, options);
}

/** For each client a network trained on its own images; null without any. */
export function alone(
  clients: readonly Client[],
  { learningRate, batchSize }: { learningRate: number; batchSize: number },
): (Network | null)[] {
  return clients.map(({ rows, labels }) => {
    if (rows.length === 0) return null;
    const size = { batchSize: Math.min(batchSize, rows.length) };
    const options = { epochs: 20, learningRate, ...size };
    return trainClassifier(start, rows, labels, options);
  });
}

/**
 * Federated averaging with clipped updates and noise. All clients take part in
 * every round and count the same, with one epoch on their own images.
 */
export function federatePrivately(
  clients: readonly Client[],
  {
    rounds,
    bound,
    noiseMultiplier,
    local,
  }: Pick<FedAvgOptions, 'rounds' | 'local'> & {
    bound: number;
    noiseMultiplier: number;
  },
): Network {
  const random = createRandom(1);
  const combine: FedAvgOptions['combine'] = (parameters, updates) => {
    const changes = updates.map(({ change }) => change);
    const clientCount = changes.length;
    const options = { bound, noiseMultiplier, clientCount };
    const mean = privateMean(changes, options, random);
    return zipWith(parameters, mean, (value, change) => value + change);
  };
  const once = { ...local, epochs: 1 };
  const steps = federate(clients, { rounds, local: once, combine });
  return at(steps, -1).network;
}
