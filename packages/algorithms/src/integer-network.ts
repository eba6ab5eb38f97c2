import { activate, type LayerActivation } from './activations.ts';
import { calibrate, type Range } from './calibration.ts';
import { at, zipWith } from './lists.ts';
import { columnSums, type Matrix } from './matrix.ts';
import type { Layer, Network } from './network.ts';
import {
  affineParameters,
  type QuantisationParameters,
  quantise,
} from './quantisation.ts';
import { checkMatrix } from './validate.ts';
import {
  quantiseWeights,
  type WeightQuantisation,
} from './weight-quantisation.ts';

/** A layer whose inputs and weights are integers. */
export interface IntegerLayer {
  /** Codes of the weights: in × out, with zero point 0. */
  weights: number[][];
  /** Integers, in units of the sum's scale. */
  biases: number[];
  /** Σ of the weight codes of each unit times the zero point of the inputs. */
  offsets: number[];
  /** The scale of each unit's sum: input scale times weight scale. */
  sumScales: number[];
  inputs: QuantisationParameters;
  activation: LayerActivation;
}

export interface IntegerOptions extends WeightQuantisation {
  /** Share of the calibration numbers to keep unclipped. Default: 1. */
  coverage?: number;
}

/**
 * Quantises a trained network without training it again: weights
 * symmetrically, the inputs of each layer affinely, with ranges taken from
 * the examples. Biases become 32-bit integers.
 *
 * Method: Jacob et al., "Quantization and training of neural networks for
 * efficient integer-arithmetic-only inference", CVPR 2018, sections 2.2–2.4.
 */
export function quantiseNetwork(
  network: Network,
  examples: Matrix,
  options: IntegerOptions = {},
): IntegerLayer[] {
  const ranges = calibrate(network, examples, options.coverage);
  return zipWith(network.layers, ranges, (layer, range) => {
    return quantiseLayer(layer, range, options);
  });
}

function quantiseLayer(
  { weights, biases, activation }: Layer,
  [min, max]: Range,
  options: IntegerOptions,
): IntegerLayer {
  const inputs = affineParameters(min, max, options.bits);
  const { codes, parameters } = quantiseWeights(weights, options);
  const sumScales = parameters.map(({ scale }) => inputs.scale * scale);
  return {
    weights: codes,
    biases: zipWith(biases, sumScales, (bias, s) => Math.round(bias / s)),
    offsets: columnSums(codes).map((total) => total * inputs.zeroPoint),
    sumScales,
    inputs,
    activation,
  };
}

/**
 * The outputs (batch × units). All products and sums are of integers; real
 * numbers appear between the layers only, where a device would multiply by a
 * fixed-point number instead.
 */
export function predictIntegers(
  layers: readonly IntegerLayer[],
  inputs: Matrix,
): number[][] {
  checkMatrix('inputs', inputs, { columns: at(layers, 0).weights.length });
  return inputs.map((input) =>
    layers.reduce(
      (values, layer) => {
        const sums = integerSums(layer, quantise(values, layer.inputs));
        const reals = zipWith(sums, layer.sumScales, (sum, s) => sum * s);
        return activate(reals, layer.activation);
      },
      [...input],
    ),
  );
}

/** Σ (q − z) w + bias, as Σ q w − z Σ w + bias: the inner loop has no z. */
function integerSums(layer: IntegerLayer, codes: readonly number[]): number[] {
  const start = zipWith(layer.biases, layer.offsets, (b, offset) => b - offset);
  return layer.weights.reduce((sums, weights, index) => {
    const code = at(codes, index);
    return zipWith(sums, weights, (sum, weight) => sum + code * weight);
  }, start);
}
