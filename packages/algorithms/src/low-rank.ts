import { at, sum } from './lists.ts';
import { type Matrix, transpose } from './matrix.ts';
import type { Layer, Network } from './network.ts';
import { type SingularTerm, singularTerms } from './singular-values.ts';
import { checkInteger } from './validate.ts';

/**
 * Replaces a layer by two thinner ones without an activation between them:
 * in × rank, then rank × out. Their product is the closest matrix of that
 * rank. It has fewer weights only if rank < in · out / (in + out).
 *
 * Method: Eckart and Young, "The approximation of one matrix by another of
 * lower rank", Psychometrika 1 (1936), pp. 211–218.
 *
 * @param rank from 1 to the smaller side of the weights
 */
export function factoriseLayer(
  network: Network,
  layerIndex: number,
  rank: number,
): Network {
  checkInteger('layerIndex', layerIndex, 0, network.layers.length - 1);
  const layer = at(network.layers, layerIndex);
  const { length: inputCount } = layer.weights;
  checkInteger('rank', rank, 1, Math.min(inputCount, layer.biases.length));
  const terms = singularTerms(layer.weights).slice(0, rank);
  const thin: Layer = {
    weights: transpose(terms.map(({ value, left }) => scale(left, value))),
    biases: terms.map(() => 0),
    activation: 'linear',
  };
  const rest = { ...layer, weights: terms.map(({ right }) => right) };
  return {
    ...network,
    layers: network.layers.toSpliced(layerIndex, 1, thin, rest),
  };
}

/** The closest matrix of a rank: the sum of the first so many terms. */
export function truncate(terms: readonly SingularTerm[], rank: number): Matrix {
  checkInteger('rank', rank, 1, terms.length);
  const kept = terms.slice(0, rank);
  return at(terms, 0).left.map((_, row) =>
    at(terms, 0).right.map((_, column) =>
      sum(kept.map((t) => t.value * at(t.left, row) * at(t.right, column))),
    ),
  );
}

function scale(vector: readonly number[], factor: number): number[] {
  return vector.map((value) => value * factor);
}
