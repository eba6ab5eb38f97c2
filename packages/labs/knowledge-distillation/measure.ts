import {
  agreement,
  classesOf,
} from '@runnable-guide/algorithms/classification';
import { logitsOf } from '@runnable-guide/algorithms/logits';
import type { Network } from '@runnable-guide/algorithms/neural-network';
import type { DigitSet } from '@runnable-guide/algorithms/split-digits';

/** The share of the set that each network gets right. */
export function accuracies(
  networks: readonly Network[],
  set: DigitSet,
): number[] {
  return networks.map((network) => agreement(says(network, set), set.labels));
}

/** The digit that a network sees in each image. */
export function says(network: Network, { rows }: DigitSet): number[] {
  return classesOf(logitsOf(network, rows));
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
