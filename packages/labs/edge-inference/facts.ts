import {
  agreement,
  oneHot,
} from '@runnable-guide/algorithms/classification';
import { at } from '@runnable-guide/algorithms/lists';
import { factoriseLayer } from '@runnable-guide/algorithms/low-rank';
import {
  createNetwork,
  type Network,
  train,
} from '@runnable-guide/algorithms/neural-network';
import {
  costOf,
  type CostOptions,
} from '@runnable-guide/algorithms/model-cost';
import { pruneUnits, pruneWeights } from '@runnable-guide/algorithms/pruning';
import {
  affineParameters,
  dequantise,
  quantise,
  symmetricParameters,
} from '@runnable-guide/algorithms/quantisation';
import { spreadUnits } from '@runnable-guide/algorithms/rescale-units';
import {
  attainable,
  type Device,
  ridgeOf,
  secondsFor,
} from '@runnable-guide/algorithms/roofline';
import { splitDigits } from '@runnable-guide/algorithms/split-digits';
import {
  floatVariant,
  integerVariant,
  type Variant,
} from '@runnable-guide/algorithms/variant';

const { training, test } = splitDigits();
const targets = oneHot(training.labels, 10);
const network = learn(
  createNetwork({
    layerSizes: [64, 16, 10],
    activation: 'relu',
    output: 'softmax',
  }),
  12,
);
const device = {
  float32: { operationsPerSecond: 100e6, bytesPerSecond: 100e6 },
  integer: { operationsPerSecond: 400e6, bytesPerSecond: 100e6 },
};
const base = float(network);
const int8 = integer(network);
const examplePhone = { operationsPerSecond: 10e12, bytesPerSecond: 50e9 };

/** The numbers that the page quotes, computed as in main.ts. */
export const facts: Readonly<Record<string, string>> = {
  trainingCount: String(training.rows.length),
  testCount: String(test.rows.length),
  weightCount: String(costOf(network).operations / 2),
  operations: String(costOf(network).operations),
  standardError: percent(standardError(accuracyOf(base), test.rows.length)),
  ...measured('float32', base),
  ...measured('int8', int8),
  ...measured('int8Tensor', integer(network, { granularity: 'tensor' })),
  int8Saving: (base.work.bytes / int8.work.bytes).toFixed(1),
  ...measured('int4Tensor', integer(network, { bits: 4, granularity: 'tensor' })),
  ...measured('int4Channel', integer(network, { bits: 4 })),
  ...measured('int3Tensor', integer(network, { bits: 3, granularity: 'tensor' })),
  ...measured('int3Channel', integer(network, { bits: 3 })),
  ...skewFacts(),
  ...coverageFacts(),
  ...pruningFacts(),
  ...lowRankFacts(),
  ...timeFacts(),
  ...exampleFacts(),
  ...phoneFacts(),
};

function learn(from: Network, epochs: number): Network {
  const options = { epochs, learningRate: 0.3, batchSize: 10, seed: 1 };
  return train(from, training.rows, targets, options).network;
}

function float(version: Network, storage?: 'sparse'): Variant {
  return floatVariant('', version, test.rows, storage);
}

type IntegerOptions = Parameters<typeof integerVariant>[4];

function integer(version: Network, options?: IntegerOptions): Variant {
  const examples = training.rows.slice(0, 50);
  return integerVariant('', version, test.rows, examples, options);
}

function accuracyOf({ classes }: Variant): number {
  return agreement(classes, test.labels);
}

function measured(name: string, variant: Variant): Record<string, string> {
  return {
    [`${name}Accuracy`]: percent(accuracyOf(variant)),
    [`${name}Same`]: percent(agreement(variant.classes, base.classes)),
    [`${name}Bytes`]: String(Math.round(variant.work.bytes)),
    [`${name}Operations`]: String(variant.work.operations),
    [`${name}Micros`]: micros(variant, 1).toFixed(1),
  };
}
