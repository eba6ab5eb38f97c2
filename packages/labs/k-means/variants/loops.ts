import {
  type Clustering,
  fillEmptyClusters,
} from '@runnable-guide/algorithms/empty-clusters';
import {
  plusPlusCentroids,
  randomCentroids,
  type Seeding,
  seedings,
} from '@runnable-guide/algorithms/k-means-seeding';
import { at } from '@runnable-guide/algorithms/lists';
import type { Matrix } from '@runnable-guide/algorithms/matrix';
import { createRandom } from '@runnable-guide/algorithms/random';
import {
  checkInteger,
  checkMatrix,
  checkNotNegative,
  checkOneOf,
} from '@runnable-guide/algorithms/validate';

export interface KMeansOptions {
  k: number;
  seeding?: Seeding;
  initialCentroids?: Matrix;
  seed?: number;
  maxIterations?: number;
  tolerance?: number;
}

export interface KMeansStep extends Clustering {
  iteration: number;
  converged: boolean;
}

export interface KMeansResult extends Clustering {
  iterationCount: number;
  converged: boolean;
}

export function kMeansSteps(
  points: Matrix,
  options: KMeansOptions,
): Generator<KMeansStep, void> {
  const { k, seeding = 'k-means++', initialCentroids, seed = 1 } = options;
  const { maxIterations = 100, tolerance = 0 } = options;
  checkMatrix('points', points);
  checkInteger('k', k, 1, points.length);
  checkOneOf('seeding', seeding, seedings);
  checkInteger('maxIterations', maxIterations, 1);
  checkNotNegative('tolerance', tolerance);
  if (initialCentroids !== undefined) {
    const columns = at(points, 0).length;
    checkMatrix('initialCentroids', initialCentroids, { rows: k, columns });
    return iterate(points, initialCentroids, maxIterations, tolerance);
  }
  const choose = seeding === 'random' ? randomCentroids : plusPlusCentroids;
  const centroids = choose(points, k, createRandom(seed));
  return iterate(points, centroids, maxIterations, tolerance);
}

export function kMeans(points: Matrix, options: KMeansOptions): KMeansResult {
  let last: KMeansStep | undefined;
  for (const step of kMeansSteps(points, options)) last = step;
  if (last === undefined) throw new Error('no step');
  const { centroids, labels, inertia, converged, iteration } = last;
  return { centroids, labels, inertia, converged, iterationCount: iteration };
}

function* iterate(
  points: Matrix,
  initialCentroids: Matrix,
  maxIterations: number,
  tolerance: number,
): Generator<KMeansStep, void> {
  let { centroids, labels, inertia } = assign(points, initialCentroids);
  yield { iteration: 0, centroids, labels, inertia, converged: false };
  let converged = false;
  for (let iteration = 1; !converged; iteration++) {
    if (iteration > maxIterations) return;
    const oldLabels = labels;
    const oldCentroids = centroids;
    const means = meansOf(points, labels, centroids.length);
    ({ centroids, labels, inertia } = assign(points, means));

    let changed = false;
    for (let i = 0; i < labels.length; i++) {
      if (labels[i] !== oldLabels[i]) changed = true;
    }
    let largestMove = 0;
    for (let c = 0; c < centroids.length; c++) {
      const move = squared(at(centroids, c), at(oldCentroids, c));
      if (move > largestMove) largestMove = move;
    }
    converged = !changed || largestMove <= tolerance * tolerance;
    yield { iteration, centroids, labels, inertia, converged };
  }
}

function assign(points: Matrix, centroids: Matrix): Clustering {
  const labels: number[] = [];
  for (const point of points) {
    let nearest = 0;
    let smallest = Number.POSITIVE_INFINITY;
    for (let c = 0; c < centroids.length; c++) {
      const distance = squared(point, at(centroids, c));
      if (distance < smallest) {
        smallest = distance;
        nearest = c;
      }
    }
    labels.push(nearest);
  }
  const copies = centroids.map((centroid) => centroid.slice());
  return fillEmptyClusters(points, copies, labels);
}

/** One pass over the points, with sums and counts in typed arrays. */
function meansOf(points: Matrix, labels: readonly number[], k: number) {
  const columns = at(points, 0).length;
  const sums = Array.from({ length: k }, () => new Float64Array(columns));
  const counts = new Uint32Array(k);
  for (let i = 0; i < points.length; i++) {
    const label = at(labels, i);
    counts[label] = (counts[label] ?? 0) + 1;
    for (let d = 0; d < columns; d++) {
      const row = at(sums, label);
      row[d] = (row[d] ?? 0) + at(at(points, i), d);
    }
  }
  return sums.map((row, c) => [...row].map((sum) => sum / (counts[c] ?? 0)));
}

function squared(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let d = 0; d < a.length; d++) {
    const difference = at(a, d) - at(b, d);
    total += difference * difference;
  }
  return total;
}
