import { trainClassifier } from '@runnable-guide/algorithms/classifier';
import { at, sum, zipWith } from '@runnable-guide/algorithms/lists';
import type { Matrix } from '@runnable-guide/algorithms/matrix';
import type { Network } from '@runnable-guide/algorithms/network';
import {
  parametersOf,
  withParameters,
} from '@runnable-guide/algorithms/parameters';
import { createRandom, shuffle } from '@runnable-guide/algorithms/random';
import type { TrainingOptions } from '@runnable-guide/algorithms/training-options';
import {
  checkInteger,
  checkMatrix,
  refuse,
} from '@runnable-guide/algorithms/validate';

/** The data of one client. It never leaves the client. */
export interface Client {
  rows: Matrix;
  labels: readonly number[];
}

/** What a client sends: how its training changed the parameters. */
export interface Update {
  change: number[];
  exampleCount: number;
}

export interface FedAvgOptions {
  rounds: number;
  /** Clients asked in each round, chosen at random. Default: all. */
  clientsPerRound?: number;
  /** Probability that a client that was asked does not answer. Default: 0. */
  dropout?: number;
  /** Of each client: its epochs, learning rate and batch size. */
  local: TrainingOptions & { batchSize: number };
  /** Makes new parameters of the updates. Default: `aggregate`. */
  combine?: (parameters: number[], updates: Update[]) => number[];
  /** Default: 1. */
  seed?: number;
}

export interface FedAvgStep {
  /** 0 is before training. */
  round: number;
  network: Network;
  /** Sent in both directions so far, with 4 bytes for each parameter. */
  bytes: number;
  /** Clients whose updates arrived in this round. */
  answered: number[];
}

/**
 * The server's part of a round: the parameters plus the mean of the changes,
 * weighted by the numbers of examples: wᵢ + Σ (n_k / n) Δ_k,ᵢ, where n is the
 * sum of all n_k. Without any update nothing changes.
 *
 * Method: McMahan et al., "Communication-efficient learning of deep networks
 * from decentralized data", AISTATS 2017, algorithm 1.
 *
 * @throws RangeError if a change has another length than the parameters or
 * the updates have no example at all
 */
export function aggregate(
  parameters: readonly number[],
  updates: readonly Update[],
): number[] {
  if (updates.length === 0) return [...parameters];
  const changes = updates.map(({ change }) => change);
  checkMatrix('changes', changes, { columns: parameters.length });
  const total = sum(updates.map(({ exampleCount }) => exampleCount));
  if (!(total > 0)) refuse('examples of all updates', 'at least 1', total);
  return yourTurn('add the weighted mean of the changes', {
    parameters,
    updates,
    total,
    at,
  });
}

/**
 * The client's part: training from the server's network on its own data.
 *
 * `trainClassifier` returns a new network, `parametersOf` lists its weights and
 * biases. A client may have fewer examples than the batch size.
 */
export function localUpdate(
  network: Network,
  { rows, labels }: Client,
  options: TrainingOptions & { batchSize: number },
): Update {
  return yourTurn(
    'train, and say what has changed',
    { network, rows, labels, options },
    trainClassifier,
    parametersOf,
    zipWith,
  );
}

/**
 * Federated averaging. Yields the network after each round. The server sends
 * its network to the clients it chose; some drop out and send nothing back.
 *
 * @throws RangeError at the call, if an option is not as described
 */
export function fedAvgSteps(
  start: Network,
  clients: readonly Client[],
  options: FedAvgOptions,
): Generator<FedAvgStep, void> {
  const { rounds, clientsPerRound = clients.length, dropout = 0 } = options;
  checkInteger('rounds', rounds, 1);
  checkInteger('clientsPerRound', clientsPerRound, 1, clients.length);
  if (!(dropout >= 0 && dropout < 1)) {
    refuse('dropout', 'a probability from 0 to below 1', dropout);
  }
  return run(start, clients, { ...options, clientsPerRound, dropout });
}

function* run(
  start: Network,
  clients: readonly Client[],
  options: FedAvgOptions & { clientsPerRound: number; dropout: number },
): Generator<FedAvgStep, void> {
  const { combine = aggregate, seed = 1, local } = options;
  const random = createRandom(seed);
  const size = 4 * parametersOf(start).length;
  let network = start;
  let bytes = 0;
  yield { round: 0, network, bytes, answered: [] };
  for (let round = 1; round <= options.rounds; round++) {
    const order = shuffle([...clients.keys()], random);
    const asked = order.slice(0, options.clientsPerRound);
    const answered = asked.filter(() => random() >= options.dropout);
    const active = answered.filter((i) => at(clients, i).rows.length > 0);
    const updates = active.map((index) => {
      const own = { ...local, seed: 1000 * round + index };
      return localUpdate(network, at(clients, index), own);
    });
    const parameters = combine(parametersOf(network), updates);
    network = withParameters(network, parameters);
    bytes += size * (asked.length + answered.length);
    yield { round, network, bytes, answered };
  }
}

/** Stands where your code goes; the arguments after the task may help. */
function yourTurn(task: string, ..._ingredients: unknown[]): never {
  throw new Error(`Your turn: ${task}`);
}
