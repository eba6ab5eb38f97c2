import { fillEmptyClusters } from './empty-clusters.ts';
import type { FlatClustering } from './flat-clustering.ts';
import { squaredDistanceAt } from './flat-distance.ts';
import { inertiaOf } from './flat-inertia.ts';
import { type FlatMatrix, flatten, rowsOf } from './flat-matrix.ts';
import type { KMeansOptions } from './k-means.ts';
import {
  plusPlusCentroids,
  randomCentroids,
  seedings,
} from './k-means-seeding.ts';
import type { Matrix } from './matrix.ts';
import { createRandom } from './random.ts';
import { checkInteger, checkNotNegative, checkOneOf } from './validate.ts';

/** What the loop and an edition of the assignment share. */
export interface State {
  points: FlatMatrix;
  k: number;
  centroids: Float64Array;
  /** How far each centroid moved since the assignment before; ∞ if unknown. */
  moves: Float64Array;
  labels: Int32Array;
}

/** Writes the labels; returns how many distances it computed. */
export type Assign = () => number;

/**
 * Lloyd's loop of `kMeans` on flat arrays: the same sums in the same order,
 * hence the same numbers to the last bit. How points find their centroid is
 * left to the edition.
 */
export function runLloyd(
  data: Matrix | FlatMatrix,
  options: KMeansOptions,
  createAssign: (state: State) => Assign,
): FlatClustering {
  const { maxIterations = 100, tolerance = 0 } = options;
  const points = flatten('points', data);
  const state = createState(points, options);
  const { centroids, labels, moves } = state;
  const assign = createAssign(state);
  const before = { centroids: centroids.slice(), labels: labels.slice() };
  let distanceCount = assign();
  let repaired = fillEmpty(state);
  let converged = false;
  let iterationCount = 0;
  while (!converged && iterationCount < maxIterations) {
    iterationCount++;
    before.labels.set(labels);
    before.centroids.set(centroids);
    moveCentroids(state);
    // A repair gives a point another label behind the back of the bounds.
    if (repaired) moves.fill(Number.POSITIVE_INFINITY);
    distanceCount += assign();
    repaired = fillEmpty(state);
    converged =
      labels.every((label, index) => label === before.labels[index]) ||
      largestMove(state, before.centroids) <= tolerance;
  }
  return {
    centroids: { rows: state.k, columns: points.columns, values: centroids },
    labels,
    inertia: inertiaOf(state),
    iterationCount,
    converged,
    distanceCount,
  };
}

function createState(points: FlatMatrix, options: KMeansOptions): State {
  const { k, seeding = 'k-means++', initialCentroids, seed = 1 } = options;
  const { maxIterations = 100, tolerance = 0 } = options;
  checkInteger('k', k, 1, points.rows);
  checkOneOf('seeding', seeding, seedings);
  checkInteger('maxIterations', maxIterations, 1);
  checkNotNegative('tolerance', tolerance);
  const choose = seeding === 'random' ? randomCentroids : plusPlusCentroids;
  const first =
    initialCentroids ?? choose(rowsOf(points), k, createRandom(seed));
  const size = { rows: k, columns: points.columns };
  return {
    points,
    k,
    centroids: flatten('initialCentroids', first, size).values,
    moves: new Float64Array(k).fill(Number.POSITIVE_INFINITY),
    labels: new Int32Array(points.rows),
  };
}

function moveCentroids({ points, k, centroids, moves, labels }: State): void {
  const { rows, columns, values } = points;
  const sums = new Float64Array(k * columns);
  const sizes = new Float64Array(k);
  for (let row = 0, i = 0; row < rows; row++) {
    const label = labels[row] as number;
    sizes[label] = (sizes[label] as number) + 1;
    const end = (label + 1) * columns;
    for (let j = label * columns; j < end; j++, i++) {
      sums[j] = (sums[j] as number) + (values[i] as number);
    }
  }
  for (let cluster = 0, j = 0; cluster < k; cluster++) {
    let squared = 0;
    for (const end = j + columns; j < end; j++) {
      const mean = (sums[j] as number) / (sizes[cluster] as number);
      squared += (mean - (centroids[j] as number)) ** 2;
      centroids[j] = mean;
    }
    moves[cluster] = Math.sqrt(squared);
  }
}

/** Empty clusters are rare, so that the readable repair is fast enough. */
function fillEmpty({ points, k, centroids, labels }: State): boolean {
  const isUsed = new Uint8Array(k);
  for (let row = 0; row < points.rows; row++) isUsed[labels[row] as number] = 1;
  if (!isUsed.includes(0)) return false;
  const size = { rows: k, columns: points.columns };
  const filled = fillEmptyClusters(
    rowsOf(points),
    rowsOf({ ...size, values: centroids }),
    Array.from(labels),
  );
  centroids.set(filled.centroids.flat());
  labels.set(filled.labels);
  return true;
}

function largestMove({ k, points, centroids }: State, before: Float64Array) {
  let largest = 0;
  for (let cluster = 0; cluster < k; cluster++) {
    const start = cluster * points.columns;
    const { columns } = points;
    const move = squaredDistanceAt(centroids, start, before, start, columns);
    largest = Math.max(largest, move);
  }
  return Math.sqrt(largest);
}
