import { type Clustering, fillEmptyClusters } from './empty-clusters.ts';
import {
  plusPlusCentroids,
  randomCentroids,
  type Seeding,
  seedings,
} from './k-means-seeding.ts';
import { argMin, at, lastOf, zipWith } from './lists.ts';
import { columnMeans, type Matrix, squaredDistance } from './matrix.ts';
import { createRandom } from './random.ts';
import {
  checkInteger,
  checkMatrix,
  checkNotNegative,
  checkOneOf,
} from './validate.ts';

export interface KMeansOptions {
  /** Number of clusters, from 1 to the number of points. */
  k: number;
  /** How to choose the first centroids. Default: 'k-means++'. */
  seeding?: Seeding;
  /** k centroids to start from; `seeding` and `seed` then have no effect. */
  initialCentroids?: Matrix;
  /** Seed of the random choices. Default: 1. */
  seed?: number;
  /** Gives up after so many iterations, at least 1. Default: 100. */
  maxIterations?: number;
  /** Stops when no centroid has moved farther than this. Default: 0. */
  tolerance?: number;
}

export interface KMeansStep extends Clustering {
  /** 0 is the first assignment, to the initial centroids. */
  iteration: number;
  converged: boolean;
}

export interface KMeansResult extends Clustering {
  iterationCount: number;
  converged: boolean;
}

/**
 * Clusters points (n × d finite numbers) and yields the state after each
 * iteration. It has converged when the labels no longer change or when no
 * centroid moved farther than `tolerance`. Inertia never rises, so the loop
 * ends, but it may end in a local minimum. One iteration costs O(n k d).
 *
 * Method: Lloyd, "Least squares quantization in PCM", IEEE Transactions on
 * Information Theory 28 (1982), pp. 129–137, "method I".
 *
 * @throws RangeError at the call, if an argument is not as described
 */
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

/** Runs `kMeansSteps` to its end. Same arguments, same errors. */
export function kMeans(points: Matrix, options: KMeansOptions): KMeansResult {
  const { iteration, ...last } = lastOf(kMeansSteps(points, options));
  return { ...last, iterationCount: iteration };
}

function* iterate(
  points: Matrix,
  initialCentroids: Matrix,
  maxIterations: number,
  tolerance: number,
): Generator<KMeansStep, void> {
  let current = assignPoints(points, initialCentroids);
  yield { iteration: 0, ...current, converged: false };
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const previous = current;
    current = assignPoints(points, moveCentroids(points, previous));
    const unchanged = current.labels.every((l, i) => l === previous.labels[i]);
    const converged = unchanged || largestMove(previous, current) <= tolerance;
    yield { iteration, ...current, converged };
    if (converged) return;
  }
}

/** Gives each point to the nearest centroid, the first one on a tie. */
function assignPoints(points: Matrix, centroids: Matrix): Clustering {
  const labels = points.map((point) =>
    argMin(centroids.map((centroid) => squaredDistance(point, centroid))),
  );
  const ownCentroids = centroids.map((centroid) => [...centroid]);
  return fillEmptyClusters(points, ownCentroids, labels);
}

/** Moves each centroid to the mean of its points. */
function moveCentroids(points: Matrix, { centroids, labels }: Clustering) {
  return centroids.map((_, cluster) =>
    columnMeans(points.filter((_, index) => labels[index] === cluster)),
  );
}

function largestMove(previous: Clustering, current: Clustering): number {
  const moves = zipWith(previous.centroids, current.centroids, squaredDistance);
  return Math.sqrt(Math.max(...moves));
}
