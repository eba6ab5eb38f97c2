import type { FlatClustering } from './flat-clustering.ts';
import { squaredDistanceAt } from './flat-distance.ts';
import type { FlatMatrix } from './flat-matrix.ts';
import type { KMeansOptions } from './k-means.ts';
import { type Assign, runLloyd, type State } from './k-means-loop.ts';
import type { Matrix } from './matrix.ts';

/**
 * `kMeans` without its arrays of arrays: the first step towards `kMeansFast`.
 * It computes the same distances, but allocates nothing for a point.
 *
 * @throws RangeError at the call, if an argument is not as described
 */
export function kMeansFlat(
  points: Matrix | FlatMatrix,
  options: KMeansOptions,
): FlatClustering {
  return runLloyd(points, options, createAssign);
}

function createAssign({ points, k, centroids, labels }: State): Assign {
  const { rows, columns, values } = points;
  return () => {
    for (let row = 0; row < rows; row++) {
      const start = row * columns;
      let nearest = Number.POSITIVE_INFINITY;
      for (let cluster = 0; cluster < k; cluster++) {
        const distance = squaredDistanceAt(
          values,
          start,
          centroids,
          cluster * columns,
          columns,
        );
        if (distance < nearest) {
          nearest = distance;
          labels[row] = cluster;
        }
      }
    }
    return rows * k;
  };
}
