import { sum, zipWith } from './lists.ts';
import { type Matrix, transpose, zipMatrix } from './matrix.ts';
import {
  dequantise,
  type QuantisationParameters,
  quantise,
  symmetricParameters,
} from './quantisation.ts';
import { checkMatrix, checkOneOf } from './validate.ts';

/** What shares a scale: all weights of a layer, or those of one unit. */
export type Granularity = 'tensor' | 'channel';

export interface WeightQuantisation {
  /** Default: 'channel'. */
  granularity?: Granularity;
  /** Of each code. Default: 8. */
  bits?: number;
}

export interface QuantisedWeights {
  /** Integers in the shape of the weights: in × out. */
  codes: number[][];
  /** One for each column, which is the output channel. */
  parameters: QuantisationParameters[];
}

/** Quantises the weights of a layer (in × out) symmetrically. */
export function quantiseWeights(
  weights: Matrix,
  options: WeightQuantisation = {},
): QuantisedWeights {
  const { granularity = 'channel', bits = 8 } = options;
  checkMatrix('weights', weights);
  checkOneOf('granularity', granularity, ['tensor', 'channel']);
  const channels = transpose(weights);
  const ofLayer = largestOf(channels.flat());
  const parameters = channels.map((channel) =>
    symmetricParameters(
      granularity === 'tensor' ? ofLayer : largestOf(channel),
      bits,
    ),
  );
  return {
    codes: transpose(zipWith(channels, parameters, quantise)),
    parameters,
  };
}

/** The weights that the codes stand for. */
export function dequantiseWeights(quantised: QuantisedWeights): number[][] {
  const channels = transpose(quantised.codes);
  return transpose(zipWith(channels, quantised.parameters, dequantise));
}

/** The root of the mean squared error in each column. */
export function channelErrors(weights: Matrix, others: Matrix): number[] {
  const squares = zipMatrix(weights, others, (a, b) => (a - b) ** 2);
  return transpose(squares).map((channel) => {
    return Math.sqrt(sum(channel) / channel.length);
  });
}

function largestOf(values: readonly number[]): number {
  return values.reduce((largest, value) => {
    return Math.max(largest, Math.abs(value));
  }, 0);
}
