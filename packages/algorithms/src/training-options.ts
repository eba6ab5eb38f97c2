import type { Network } from './network.ts';
import { checkInteger, checkPositive, refuse } from './validate.ts';

export interface TrainingOptions {
  /** How often to go through all examples. Default: 500. */
  epochs?: number;
  /** Length of a step against the gradient. Default: 1. */
  learningRate?: number;
  /** Examples for one step, from 1 to all of them. Default: all. */
  batchSize?: number;
  /** Seed of the order of the examples. Default: 1. */
  seed?: number;
}

export interface TrainingStep {
  epoch: number;
  /** Over all examples. */
  loss: number;
  network: Network;
}

/** Fills in the defaults. Throws a RangeError if an option is out of range. */
export function completeTraining(
  options: TrainingOptions,
  exampleCount: number,
): Required<TrainingOptions> {
  const complete = {
    epochs: 500,
    learningRate: 1,
    batchSize: exampleCount,
    seed: 1,
    ...options,
  };
  checkInteger('epochs', complete.epochs, 1);
  checkPositive('learningRate', complete.learningRate);
  checkInteger('batchSize', complete.batchSize, 1, exampleCount);
  return complete;
}

/** Too long steps climb instead of descending until the numbers overflow. */
export function checkProgress(
  loss: number,
  epoch: number,
  learningRate: number,
): void {
  if (Number.isFinite(loss)) return;
  const allowed = `smaller, as the loss is ${loss} after epoch ${epoch}`;
  refuse('learningRate', allowed, learningRate);
}
