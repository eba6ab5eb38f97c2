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
import { argMin, at, lastOf, zipWith } from '@runnable-guide/algorithms/lists';
import {
  columnMeans,
  type Matrix,
  squaredDistance,
} from '@runnable-guide/algorithms/matrix';
import { createRandom } from '@runnable-guide/algorithms/random';
import {
  checkInteger,
  checkMatrix,
  checkNotNegative,
  checkOneOf,
} from '@runnable-guide/algorithms/validate';

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

/**
 * Lloyd's loop. Yield the first assignment as iteration 0. Then move, assign
 * and yield, until no label changes, or `largestMove` is at most `tolerance`,
 * or `maxIterations` is reached. `converged` is true in the first two cases.
 */
function* iterate(
  points: Matrix,
  initialCentroids: Matrix,
  maxIterations: number,
  tolerance: number,
): Generator<KMeansStep, void> {
  yield yourTurn(
    'repeat the two steps until nothing changes',
    points,
    initialCentroids,
    maxIterations,
    tolerance,
    assignPoints,
    moveCentroids,
    largestMove,
  );
}

/**
 * Gives each point to the nearest centroid, the first one on a tie.
 *
 * `squaredDistance(a, b)` saves the square root, `argMin(distances)` finds the
 * place of the smallest. Hand your labels to `fillEmptyClusters`: it repairs
 * empty clusters and measures the inertia.
 */
function assignPoints(points: Matrix, centroids: Matrix): Clustering {
  return yourTurn(
    'give each point to the nearest centroid',
    points,
    centroids,
    squaredDistance,
    argMin,
    fillEmptyClusters,
  );
}

/**
 * Moves each centroid to the mean of its points, which are those with its
 * index as their label. `columnMeans(rows)` gives the mean of some points.
 */
function moveCentroids(points: Matrix, clustering: Clustering): number[][] {
  return yourTurn(
    'move each centroid to the mean of its points',
    points,
    clustering,
    columnMeans,
  );
}

function largestMove(previous: Clustering, current: Clustering): number {
  const moves = zipWith(previous.centroids, current.centroids, squaredDistance);
  return Math.sqrt(Math.max(...moves));
}

/** Stands where your code goes; the arguments after the task may help. */
function yourTurn(task: string, ..._ingredients: unknown[]): never {
  throw new Error(`Your turn: ${task}`);
}
