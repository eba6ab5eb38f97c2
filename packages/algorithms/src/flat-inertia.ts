import { squaredDistanceAt } from './flat-distance.ts';
import type { State } from './k-means-loop.ts';

/** The sum of the squared distances of the points to their centroids. */
export function inertiaOf({ points, centroids, labels }: State): number {
  const { columns } = points;
  let inertia = 0;
  for (let row = 0; row < points.rows; row++) {
    inertia += squaredDistanceAt(
      points.values,
      row * columns,
      centroids,
      (labels[row] as number) * columns,
      columns,
    );
  }
  return inertia;
}
