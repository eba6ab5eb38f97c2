import { agreement, oneHot } from '@runnable-guide/algorithms/classification';
import { at } from '@runnable-guide/algorithms/lists';
import { factoriseLayer } from '@runnable-guide/algorithms/low-rank';
import {
  type CostOptions,
  costOf,
} from '@runnable-guide/algorithms/model-cost';
import {
  createNetwork,
  type Network,
  train,
} from '@runnable-guide/algorithms/neural-network';
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
import { worked } from './worked.ts';

const { training, test } = splitDigits();
const targets = oneHot(training.labels, 10);
const network = trained(1, 12);
const device = {
  float32: { operationsPerSecond: 100e6, bytesPerSecond: 100e6 },
  integer: { operationsPerSecond: 400e6, bytesPerSecond: 100e6 },
};
const base = float(network);
const int8 = integer(network);
const examplePhone = { operationsPerSecond: 10e12, bytesPerSecond: 50e9 };

/** The numbers that the page quotes, computed as in main.ts. */
export const facts: Readonly<Record<string, string>> = {
  ...worked,
  trainingCount: String(training.rows.length),
  testCount: String(test.rows.length),
  weightCount: String(costOf(network).operations / 2),
  operations: String(costOf(network).operations),
  standardError: percent(standardError(accuracyOf(base), test.rows.length)),
  ...measured('float32', base),
  ...measured('int8', int8),
  ...measured('int8Tensor', integer(network, { granularity: 'tensor' })),
  int8Saving: (base.work.bytes / int8.work.bytes).toFixed(1),
  ...measured(
    'int4Tensor',
    integer(network, { bits: 4, granularity: 'tensor' }),
  ),
  ...measured('int4Channel', integer(network, { bits: 4 })),
  ...measured(
    'int3Tensor',
    integer(network, { bits: 3, granularity: 'tensor' }),
  ),
  ...measured('int3Channel', integer(network, { bits: 3 })),
  ...measured('int2Channel', integer(network, { bits: 2 })),
  ...skewFacts(),
  ...coverageFacts(),
  ...trainingFacts(),
  ...pruningFacts(),
  ...lowRankFacts(),
  ...timeFacts(),
  ...exampleFacts(),
  ...phoneFacts(),
};

function trained(seed: number, epochs: number): Network {
  const shape = { activation: 'relu', output: 'softmax' } as const;
  const start = createNetwork({ ...shape, layerSizes: [64, 16, 10], seed });
  return learn(start, epochs, seed);
}

function learn(from: Network, epochs: number, seed = 1): Network {
  const options = { epochs, learningRate: 0.3, batchSize: 10, seed };
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

function skewFacts(): Record<string, string> {
  const skewed = spreadUnits(network, 0, 300);
  return {
    ...measured('skewFloat', float(skewed)),
    ...measured('skewTensor', integer(skewed, { granularity: 'tensor' })),
    ...measured('skewChannel', integer(skewed)),
  };
}

function coverageFacts(): Record<string, string> {
  return {
    ...measured('clipped', integer(network, { coverage: 0.9 })),
    ...measured('clippedHalf', integer(network, { coverage: 0.5 })),
  };
}

function trainingFacts(): Record<string, string> {
  const short = trained(1, 4);
  const two = trained(2, 12);
  const three = trained(3, 12);
  return {
    shortAccuracy: percent(accuracyOf(float(short))),
    shortTrainedAccuracy: percent(
      accuracyOf(float(learn(pruneUnits(short, 0, 8), 3))),
    ),
    seed2Accuracy: percent(accuracyOf(float(two))),
    seed2Int8Accuracy: percent(accuracyOf(integer(two))),
    seed3Accuracy: percent(accuracyOf(float(three))),
    seed3Int8Accuracy: percent(accuracyOf(integer(three))),
  };
}

function pruningFacts(): Record<string, string> {
  const half = pruneWeights(network, 0.5);
  const sparseInt8 = { bytesPerWeight: 1, scaleCount: 26, storage: 'sparse' };
  const eight = pruneUnits(network, 0, 8);
  const tuned = learn(eight, 3);
  return {
    ...measured('pruned30', float(pruneWeights(network, 0.3), 'sparse')),
    ...measured('pruned50', float(half, 'sparse')),
    ...measured('pruned70', float(pruneWeights(network, 0.7), 'sparse')),
    ...measured('pruned90', float(pruneWeights(network, 0.9), 'sparse')),
    sparseInt8Bytes: String(costOf(half, sparseInt8 as CostOptions).bytes),
    ...measured('units8', float(eight)),
    ...measured('trained8', float(tuned)),
    ...measured('trained8Int8', integer(tuned)),
    together: (base.work.bytes / integer(tuned).work.bytes).toFixed(1),
  };
}

function lowRankFacts(): Record<string, string> {
  const rows = at(network.layers, 0).weights.length;
  const columns = at(network.layers, 0).biases.length;
  return {
    breakEvenRank: ((rows * columns) / (rows + columns)).toFixed(1),
    ...measured('rank10', float(factoriseLayer(network, 0, 10))),
    ...measured('rank8', float(factoriseLayer(network, 0, 8))),
    ...measured('rank4', float(factoriseLayer(network, 0, 4))),
  };
}

function timeFacts(): Record<string, string> {
  const pair = (count: number) => micros(base, count) / micros(int8, count);
  return {
    ridgeFloat: ridgeOf(device.float32).toFixed(0),
    ridgeInteger: ridgeOf(device.integer).toFixed(0),
    intensityFloat: (base.work.operations / base.work.bytes).toFixed(2),
    intensityInt8: (int8.work.operations / int8.work.bytes).toFixed(2),
    float32MicrosOf16: micros(base, 16).toFixed(1),
    int8MicrosOf16: micros(int8, 16).toFixed(1),
    int8SpeedUp: pair(1).toFixed(1),
    int8SpeedUpOf16: pair(16).toFixed(1),
  };
}

function exampleFacts(): Record<string, string> {
  const parameters = affineParameters(-0.8, 2.4);
  const back = (value: number) =>
    at(dequantise(quantise([value], parameters), parameters), 0);
  const fine = symmetricParameters(0.05);
  const coarse = symmetricParameters(2);
  const coarser = affineParameters(-0.8, 24).scale / parameters.scale;
  return {
    exampleScale: parameters.scale.toFixed(6),
    exampleZeroPoint: String(parameters.zeroPoint).replace('-', '−'),
    exampleHalfScale: (parameters.scale / 2).toFixed(5),
    exampleOne: back(1).toFixed(6),
    exampleOneError: Math.abs(back(1) - 1).toFixed(4),
    exampleLowEnd: back(-10).toFixed(4).replace('-', '−'),
    exampleHighEnd: back(10).toFixed(4),
    exampleHighError: Math.abs(back(2.4) - 2.4).toFixed(4),
    exampleOutside: Math.abs(back(10) - 10).toFixed(1),
    outlierCoarser: coarser.toFixed(2),
    coarseScale: coarse.scale.toFixed(5),
    coarseCodes: String(2 * at(quantise([0.05], coarse), 0) + 1),
    coarseBound: (coarse.scale / 2).toFixed(4),
    coarseShare: percent(coarse.scale / 2 / 0.05),
    fineScale: fine.scale.toFixed(6),
    fineTimes: (coarse.scale / fine.scale).toFixed(0),
  };
}

function phoneFacts(): Record<string, string> {
  const parameterCount = 3e9;
  const tokens = (bits: number) => {
    const bytes = (parameterCount * bits) / 8;
    const work = { operations: 2 * parameterCount, bytes };
    return (1 / secondsFor(examplePhone, work)).toFixed(1);
  };
  const share = attainable(examplePhone, 1) / examplePhone.operationsPerSecond;
  return {
    phoneRidge: ridgeOf(examplePhone).toFixed(0),
    phoneShare: percent(share),
    tokens16: tokens(16),
    tokens8: tokens(8),
    tokens4: tokens(4.5),
  };
}

function micros({ work, arithmetic }: Variant, imageCount: number): number {
  const roof: Device = device[arithmetic];
  const operations = work.operations * imageCount;
  return (1e6 * secondsFor(roof, { ...work, operations })) / imageCount;
}

/** Of a share that was measured on so many examples. */
function standardError(share: number, count: number): number {
  return Math.sqrt((share * (1 - share)) / count);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
