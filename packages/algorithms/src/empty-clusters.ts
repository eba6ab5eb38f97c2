import { argMax, at, sum, zipWith } from './lists.ts';
import { type Matrix, squaredDistance } from './matrix.ts';

export interface Clustering {
  /** k × dimensions. */
  centroids: number[][];
  /** For each point the index of its centroid. */
  labels: number[];
  /** Sum of the squared distances from the points to their centroids. */
  inertia: number;
}

/**
 * Measures the assignment of points to centroids, after this repair: an empty
 * cluster has no mean, so its centroid jumps to the point that lies farthest
 * from its own centroid (the first one on a tie) and takes that point over.
 * The only point of a cluster stays, or another cluster would become empty.
 * Inertia falls by the squared distance of the point that moved.
 *
 * @param labels for each point the index of its centroid; needs n ≥ k
 */
export function fillEmptyClusters(
  points: Matrix,
  centroids: number[][],
  labels: number[],
): Clustering {
  const distances = zipWith(points, labels, (point, label) =>
    squaredDistance(point, at(centroids, label)),
  );
  const empty = centroids.findIndex((_, cluster) => !labels.includes(cluster));
  if (empty === -1) return { centroids, labels, inertia: sum(distances) };

  const farthest = argMax(
    zipWith(distances, labels, (distance, label) =>
      isAlone(label, labels) ? -1 : distance,
    ),
  );
  return fillEmptyClusters(
    points,
    centroids.map((c, i) => (i === empty ? [...at(points, farthest)] : c)),
    labels.map((label, i) => (i === farthest ? empty : label)),
  );
}

function isAlone(label: number, labels: readonly number[]): boolean {
  return labels.indexOf(label) === labels.lastIndexOf(label);
}
