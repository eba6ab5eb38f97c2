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
import { at, lastOf } from '@runnable-guide/algorithms/lists';
import { dot, type Matrix, transpose } from '@runnable-guide/algorithms/matrix';
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
  const { iteration, ...last } = lastOf(kMeansSteps(points, options));
  return { ...last, iterationCount: iteration };
}

function* iterate(
  points: Matrix,
  initialCentroids: Matrix,
  maxIterations: number,
  tolerance: number,
): Generator<KMeansStep, void> {
  let iteration = 0;
  let state = assign(points, initialCentroids);
  yield { iteration, ...state, converged: false };
  while (iteration < maxIterations) {
    iteration += 1;
    const next = assign(points, state.centroids.map(meanOf(points, state)));
    const same = next.labels.join() === state.labels.join();
    const close = next.centroids.every(
      (centroid, c) => distance(centroid, at(state.centroids, c)) <= tolerance,
    );
    state = next;
    yield { iteration, ...state, converged: same || close };
    if (same || close) break;
  }
}

/** ‖x − c‖² = ‖x‖² − 2 x · c + ‖c‖², where ‖x‖² is the same for every c. */
function assign(points: Matrix, centroids: Matrix): Clustering {
  const norms = centroids.map((centroid) => dot(centroid, centroid));
  const labels = points.map((point) => {
    const scores = centroids.map(
      (centroid, c) => at(norms, c) - 2 * dot(point, centroid),
    );
    return scores.indexOf(Math.min(...scores));
  });
  return fillEmptyClusters(
    points,
    centroids.map((c) => [...c]),
    labels,
  );
}

/** Σ x / n, where each coordinate is divided before it is added. */
function meanOf(points: Matrix, { labels }: Clustering) {
  return (_: unknown, cluster: number): number[] => {
    const members = points.filter((_, i) => labels[i] === cluster);
    return transpose(members).map((values) =>
      values.reduce((mean, value) => mean + value / values.length, 0),
    );
  };
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, i) => value - at(b, i)));
}
