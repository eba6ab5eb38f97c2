import { classesOf } from './classification.ts';
import {
  type IntegerOptions,
  predictIntegers,
  quantiseNetwork,
} from './integer-network.ts';
import { sum } from './lists.ts';
import type { Matrix } from './matrix.ts';
import { costOf, type Storage } from './model-cost.ts';
import { type Network, predict } from './neural-network.ts';
import type { Work } from './roofline.ts';

/** One version of a network: what it answers and what an answer costs. */
export interface Variant {
  name: string;
  /** The class that it gives to each test row. */
  classes: number[];
  /** For one row. */
  work: Work;
  arithmetic: 'float32' | 'integer';
}

/** A version that calculates with real numbers, 4 bytes each. */
export function floatVariant(
  name: string,
  network: Network,
  testRows: Matrix,
  storage: Storage = 'dense',
): Variant {
  const classes = classesOf(predict(network, testRows));
  const work = costOf(network, { storage });
  return { name, classes, work, arithmetic: 'float32' };
}

/**
 * A version that calculates with integers, quantised after training.
 *
 * @param examples to calibrate with: rows like the inputs, not the test rows
 */
export function integerVariant(
  name: string,
  network: Network,
  testRows: Matrix,
  examples: Matrix,
  options: IntegerOptions = {},
): Variant {
  const { bits = 8, granularity = 'channel' } = options;
  const layers = quantiseNetwork(network, examples, options);
  const unitCounts = network.layers.map(({ biases }) => biases.length);
  const scaleCount =
    granularity === 'channel' ? sum(unitCounts) : unitCounts.length;
  const work = costOf(network, { bytesPerWeight: bits / 8, scaleCount });
  const classes = classesOf(predictIntegers(layers, testRows));
  return { name, classes, work, arithmetic: 'integer' };
}
