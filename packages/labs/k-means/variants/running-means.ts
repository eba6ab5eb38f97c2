import type { Clustering } from '@runnable-guide/algorithms/empty-clusters';
import {
  plusPlusCentroids,
  randomCentroids,
  type Seeding,
  seedings,
} from '@runnable-guide/algorithms/k-means-seeding';
import { at, lastOf } from '@runnable-guide/algorithms/lists';
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
  const { iteration, ...last } = lastOf(kMeansSteps(points, options));
  return { ...last, iterationCount: iteration };
}

/** Without the given helpers: distances with the root, its own repair. */
function* iterate(
  points: Matrix,
  initialCentroids: Matrix,
  maxIterations: number,
  tolerance: number,
): Generator<KMeansStep, void> {
  let centroids = initialCentroids.map((centroid) => [...centroid]);
  let labels: number[] = [];
  for (let iteration = 0; iteration <= maxIterations; iteration++) {
    const old = { centroids, labels };
    if (iteration > 0) centroids = runningMeans(points, old);
    labels = points.map((point) => nearest(point, centroids));
    fill(points, centroids, labels);

    const gaps = points.map((x, i) => gap(x, at(centroids, at(labels, i))));
    const inertia = gaps.reduce((total, each) => total + each ** 2, 0);
    const moves = centroids.map((c, j) => gap(c, at(old.centroids, j)));
    const converged =
      iteration > 0 &&
      (labels.every((label, i) => label === old.labels[i]) ||
        moves.every((move) => move <= tolerance));
    yield { iteration, centroids, labels, inertia, converged };
    if (converged) return;
  }
}

function gap(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(
    a.reduce((sum, x, d) => sum + Math.abs(x - at(b, d)) ** 2, 0),
  );
}

function nearest(point: readonly number[], centroids: Matrix): number {
  const order = [...centroids.keys()].sort(
    (a, b) => gap(point, at(centroids, a)) - gap(point, at(centroids, b)),
  );
  return at(order, 0);
}

/** Changes its arguments: each empty cluster takes the farthest point over. */
function fill(points: Matrix, centroids: number[][], labels: number[]): void {
  for (const cluster of centroids.keys()) {
    if (labels.includes(cluster)) continue;
    let chosen = -1;
    let farthest = -1;
    for (const [i, point] of points.entries()) {
      const label = at(labels, i);
      const size = labels.filter((other) => other === label).length;
      const distance = gap(point, at(centroids, label));
      if (size > 1 && distance > farthest) {
        farthest = distance;
        chosen = i;
      }
    }
    centroids[cluster] = [...at(points, chosen)];
    labels[chosen] = cluster;
  }
}

/** Each point moves the mean of those before it by its share. */
function runningMeans(
  points: Matrix,
  { centroids, labels }: Pick<Clustering, 'centroids' | 'labels'>,
): number[][] {
  const counts = centroids.map(() => 0);
  const means = centroids.map((centroid) => centroid.map(() => 0));
  for (const [i, point] of points.entries()) {
    const label = at(labels, i);
    const count = at(counts, label) + 1;
    counts[label] = count;
    means[label] = at(means, label).map(
      (mean, d) => mean + (at(point, d) - mean) / count,
    );
  }
  return means;
}
