import {
  agreement,
  classesOf,
} from '@runnable-guide/algorithms/classification';
import { recalls } from '@runnable-guide/algorithms/classifier';
import type { Client, FedAvgStep } from '@runnable-guide/algorithms/fed-avg';
import { at, sum } from '@runnable-guide/algorithms/lists';
import { logitsOf } from '@runnable-guide/algorithms/logits';
import { meanAndSpread } from '@runnable-guide/algorithms/mean-and-spread';
import type { Network } from '@runnable-guide/algorithms/neural-network';
import { test } from './setup.ts';

/** The mean accuracy of several runs, round by round. */
export function meansOf(runs: readonly FedAvgStep[][]): number[] {
  return at(runs, 0).map((_, round) => {
    const networks = runs.map((steps) => at(steps, round).network);
    return meanAndSpread(networks.map(accuracyOf)).mean;
  });
}

/** Accuracy on test digits as frequent as in the client's own images. */
export function onOwn(
  clients: readonly Client[],
  networks: readonly (Network | null)[],
): number {
  const shares = clients.flatMap(({ labels }, index) => {
    const network = at(networks, index);
    if (network === null || labels.length === 0) return [];
    const right = recalls(network, test.rows, test.labels);
    return [sum(labels.map((label) => at(right, label))) / labels.length];
  });
  return meanAndSpread(shares).mean;
}

/** The share of the test images that a network gets right. */
export function accuracyOf(network: Network): number {
  return agreement(classesOf(logitsOf(network, test.rows)), test.labels);
}

export function show(concentration: number): string {
  return concentration === Infinity ? '∞' : String(concentration);
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
