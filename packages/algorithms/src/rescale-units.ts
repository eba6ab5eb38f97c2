import { at, zipWith } from './lists.ts';
import type { Network } from './network.ts';
import { checkInteger, checkPositive, refuse } from './validate.ts';

/**
 * The same function with other weights: what comes into each unit of a hidden
 * ReLU layer is multiplied by the unit's factor, what goes out is divided by
 * it. Normalisation layers that are folded into the weights leave factors
 * like these behind. Real numbers do not mind; a scale shared by all units
 * does.
 *
 * Method: Nagel et al., "Data-free quantization through weight equalization
 * and bias correction", ICCV 2019, section 4.1, who use it to make the ranges
 * equal.
 *
 * @param factors a number greater than 0 for each unit
 */
export function rescaleUnits(
  network: Network,
  layerIndex: number,
  factors: readonly number[],
): Network {
  checkInteger('layerIndex', layerIndex, 0, network.layers.length - 2);
  const { activation, biases } = at(network.layers, layerIndex);
  if (activation !== 'relu') {
    refuse('the activation of the layer', "'relu'", activation);
  }
  if (factors.length !== biases.length) {
    refuse('factors', `a list of ${biases.length} numbers`, factors);
  }
  for (const [index, factor] of factors.entries()) {
    checkPositive(`factors[${index}]`, factor);
  }
  const times = (row: readonly number[]) =>
    zipWith(row, factors, (value, factor) => value * factor);
  const layers = network.layers.map((layer, index) => {
    const { weights } = layer;
    if (index === layerIndex) {
      return { ...layer, weights: weights.map(times), biases: times(biases) };
    }
    if (index !== layerIndex + 1) return layer;
    const divided = zipWith(weights, factors, (row, factor) =>
      row.map((weight) => weight / factor),
    );
    return { ...layer, weights: divided };
  });
  return { ...network, layers };
}

/** `rescaleUnits` with factors that grow evenly, from 1 to `skew`. */
export function spreadUnits(
  network: Network,
  layerIndex: number,
  skew: number,
): Network {
  checkPositive('skew', skew);
  const { biases } = at(network.layers, layerIndex);
  const last = Math.max(biases.length - 1, 1);
  const factors = biases.map((_, index) => skew ** (index / last));
  return rescaleUnits(network, layerIndex, factors);
}
