import type { FlatClustering } from '@runnable-guide/algorithms/flat-clustering';
import type { FlatMatrix } from '@runnable-guide/algorithms/flat-matrix';
import type { KMeansOptions } from '@runnable-guide/algorithms/k-means';
import { runLloyd } from '@runnable-guide/algorithms/k-means-loop';
import { createNearestTwo } from '@runnable-guide/algorithms/nearest-two';

/** All distances, four at a time: `kMeansFast` without its bounds. */
export function kMeansByFours(
  points: FlatMatrix,
  options: KMeansOptions,
): FlatClustering {
  return runLloyd(points, options, (state) => {
    const { rows } = state.points;
    const unused = new Float64Array(rows);
    const nearestTwo = createNearestTwo(state, unused, unused);
    return () => {
      nearestTwo.prepare();
      for (let row = 0; row < rows; row++) nearestTwo.find(row);
      return rows * state.k;
    };
  });
}
