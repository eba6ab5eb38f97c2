import { oneHot } from './classification.ts';
import { descend } from './descend.ts';
import { softenedSoftmax } from './distillation.ts';
import { at } from './lists.ts';
import { logitsOf } from './logits.ts';
import type { Matrix } from './matrix.ts';
import type { Network } from './network.ts';
import type { TrainingOptions } from './training-options.ts';

/**
 * Trains a copy of a network with softmax outputs on labels, by mini-batch
 * gradient descent on cross-entropy. What `train` does, but faster.
 */
export function trainClassifier(
  network: Network,
  rows: Matrix,
  labels: readonly number[],
  options: TrainingOptions,
): Network {
  const classCount = at(network.layers, -1).biases.length;
  const targets = oneHot(labels, classCount);
  const slopes = (logits: readonly number[], example: number) => {
    const target = at(targets, example);
    return softenedSoftmax(logits, 1).map((p, k) => p - at(target, k));
  };
  return descend(network, rows, slopes, options);
}

/** For each class the share of its rows that the network gets right. */
export function recalls(
  network: Network,
  rows: Matrix,
  labels: readonly number[],
): number[] {
  const answers = logitsOf(network, rows).map((z) => z.indexOf(Math.max(...z)));
  return at(network.layers, -1).biases.map((_, label) => {
    const places = [...rows.keys()].filter((i) => labels[i] === label);
    const right = places.filter((i) => answers[i] === label);
    return right.length / Math.max(1, places.length);
  });
}
