import { at, sum } from './lists.ts';
import { type Matrix, transpose } from './matrix.ts';
import type { Layer, Network } from './network.ts';
import { checkInteger, refuse } from './validate.ts';

/**
 * Sets the weights closest to 0 to 0, wherever they are: `share` of all
 * weights of the network, rounded to a whole number of them. Biases stay. The
 * shapes do not change.
 *
 * Method: Han et al., "Learning both weights and connections for efficient
 * neural networks", NIPS 2015, section 3, here with one threshold for all.
 *
 * @param share from 0 to 1
 */
export function pruneWeights(network: Network, share: number): Network {
  if (!(share >= 0 && share <= 1)) refuse('share', 'from 0 to 1', share);
  const sizes = network.layers.flatMap(({ weights }) => {
    return weights.flat().map(Math.abs);
  });
  const bySize = [...sizes.keys()].sort((a, b) => at(sizes, a) - at(sizes, b));
  const pruned = new Set(bySize.slice(0, Math.round(share * sizes.length)));
  let index = 0;
  const keep = (weight: number) => (pruned.has(index++) ? 0 : weight);
  const layers = network.layers.map((layer) => {
    return { ...layer, weights: layer.weights.map((row) => row.map(keep)) };
  });
  return { ...network, layers };
}

/**
 * Removes whole units from a hidden layer, until `count` are left: those whose
 * incoming weights have the smallest sum of absolute values go. The result is
 * a smaller network without zeros, which any device runs faster.
 *
 * Method: Li et al., "Pruning filters for efficient ConvNets", ICLR 2017,
 * section 3.1, with units instead of filters.
 *
 * @param layerIndex of a layer that is not the last
 */
export function pruneUnits(
  network: Network,
  layerIndex: number,
  count: number,
): Network {
  checkInteger('layerIndex', layerIndex, 0, network.layers.length - 2);
  const below = at(network.layers, layerIndex);
  checkInteger('count', count, 1, below.biases.length);
  const sizes = transpose(below.weights).map((w) => sum(w.map(Math.abs)));
  const kept = [...sizes.keys()]
    .sort((a, b) => at(sizes, b) - at(sizes, a))
    .slice(0, count)
    .sort((a, b) => a - b);
  const layers = network.layers.map((layer, index): Layer => {
    if (index === layerIndex) return keepColumns(layer, kept);
    if (index !== layerIndex + 1) return layer;
    return { ...layer, weights: kept.map((i) => at(layer.weights, i)) };
  });
  return { ...network, layers };
}

function keepColumns(layer: Layer, kept: readonly number[]): Layer {
  const choose = (row: readonly number[]) => kept.map((i) => at(row, i));
  const weights = layer.weights.map(choose);
  return { ...layer, weights, biases: choose(layer.biases) };
}

/** How many of the numbers are exactly 0. */
export function countZeros(matrix: Matrix): number {
  return matrix.flat().filter((value) => value === 0).length;
}
