import { oneHot } from '@runnable-guide/algorithms/classification';
import { distil } from '@runnable-guide/algorithms/distil';
import type { Mixture } from '@runnable-guide/algorithms/distillation';
import { at } from '@runnable-guide/algorithms/lists';
import {
  createNetwork,
  type Network,
} from '@runnable-guide/algorithms/neural-network';
import type { DigitSet } from '@runnable-guide/algorithms/split-digits';

/** How to train one network. */
export interface Setting extends Mixture {
  hiddenUnits: number;
  learning: { steps: number; learningRate: number; batchSize: number };
  /** Only so many images have a label. Default: all. */
  labelCount?: number;
  /** Only so many images are used, with or without a label. Default: all. */
  imageCount?: number;
  /** Leaves out the images of this digit. */
  unseen?: number;
  /** The share of a label that is spread evenly over all digits. Default: 0. */
  smoothing?: number;
}

export function create(hiddenUnits: number, seed: number): Network {
  const layerSizes = [64, hiddenUnits, 10];
  return createNetwork({ layerSizes, output: 'softmax', seed });
}

/**
 * Trains a network from the random weights of a seed. Every setting takes the
 * same number of steps, however few its images are. Without a teacher, give
 * `softWeight` 0.
 */
export function trainStudent(
  { rows, labels }: DigitSet,
  setting: Setting,
  seed: number,
  teacher = create(1, seed),
): Network {
  const { hiddenUnits, learning, unseen, smoothing = 0, ...rest } = setting;
  const { labelCount = rows.length, imageCount = rows.length } = setting;
  const chosen = [...rows.keys()].filter((index) => {
    return index < imageCount && labels[index] !== unseen;
  });
  const targets = oneHot(labels, 10).map((target) => {
    return target.map((p) => (1 - smoothing) * p + smoothing / 10);
  });
  const transferSet = {
    inputs: chosen.map((i) => at(rows, i)),
    targets: chosen.map((i) => (i < labelCount ? at(targets, i) : null)),
  };
  const { temperature, softWeight, scaled = true } = rest;
  const batchSize = Math.min(learning.batchSize, chosen.length);
  return distil(create(hiddenUnits, seed), teacher, transferSet, {
    ...{ temperature, softWeight, scaled },
    learningRate: learning.learningRate,
    epochs: Math.round((learning.steps * batchSize) / chosen.length),
    batchSize,
    seed,
  });
}
