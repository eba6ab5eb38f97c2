import { argMin, at, sum } from './lists.ts';
import { type Matrix, squaredDistance } from './matrix.ts';
import { type Random, shuffle } from './random.ts';

/** How k-means chooses its first centroids. */
export type Seeding = 'random' | 'k-means++';

export const seedings: readonly Seeding[] = ['random', 'k-means++'];

/** Chooses k of the points, every choice equally likely. */
export function randomCentroids(
  points: Matrix,
  k: number,
  random: Random,
): number[][] {
  return shuffle(points, random)
    .slice(0, k)
    .map((point) => [...point]);
}

/**
 * Chooses k of the points so that they lie far apart: the first one at random,
 * each further one with a probability proportional to its squared distance
 * from the nearest point chosen before. O(n k² d) as written here.
 *
 * Method: Arthur and Vassilvitskii, "k-means++: The advantages of careful
 * seeding", SODA 2007, section 2.2.
 */
export function plusPlusCentroids(
  points: Matrix,
  k: number,
  random: Random,
): number[][] {
  const centroids: number[][] = [];
  while (centroids.length < k) {
    const weights = points.map((point) => weightOf(point, centroids));
    centroids.push([...at(points, drawIndex(weights, random))]);
  }
  return centroids;
}

function weightOf(point: readonly number[], centroids: Matrix): number {
  if (centroids.length === 0) return 1;
  const distances = centroids.map((other) => squaredDistance(point, other));
  return at(distances, argMin(distances));
}

/**
 * Draws an index with a probability proportional to its weight. If all weights
 * are 0 (every point is a centroid already) the result is the last index.
 */
function drawIndex(weights: readonly number[], random: Random): number {
  let rest = random() * sum(weights);
  for (const [index, weight] of weights.entries()) {
    rest -= weight;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}
