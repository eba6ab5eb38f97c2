import type { FlatClustering } from './flat-clustering.ts';
import { squaredDistanceAt } from './flat-distance.ts';
import type { FlatMatrix } from './flat-matrix.ts';
import type { KMeansOptions } from './k-means.ts';
import { type Assign, runLloyd, type State } from './k-means-loop.ts';
import type { Matrix } from './matrix.ts';
import { createNearestTwo } from './nearest-two.ts';

// What keeps a point from a comparison is shortened by this share of itself.
// The rounding of both sides adds up to far less, so that a bound never decides
// what is in truth a tie.
const margin = 1e-9;

/**
 * `kMeans` with the same labels, centroids and inertia, to the last bit, but
 * without most of the distances. For each point it keeps an upper bound of
 * the distance to its own centroid and a lower bound of the distance to all
 * others. When centroids move, the triangle inequality widens the bounds by
 * the moves. As long as they do not overlap, the label cannot have changed.
 *
 * Method: Hamerly, "Making k-means even faster", SIAM International Conference
 * on Data Mining 2010, pp. 130–140.
 *
 * @throws RangeError at the call, if an argument is not as described
 */
export function kMeansFast(
  points: Matrix | FlatMatrix,
  options: KMeansOptions,
): FlatClustering {
  return runLloyd(points, options, createAssign);
}

function createAssign(state: State): Assign {
  const { points, k, centroids, moves, labels } = state;
  const { rows, columns, values } = points;
  const upper = new Float64Array(rows);
  const lower = new Float64Array(rows);
  const nearestTwo = createNearestTwo(state, upper, lower);

  return () => {
    const { first, largest, second } = largestMoves(moves);
    const halfGaps = halfGapsOf(centroids, k, columns);
    nearestTwo.prepare();
    let distanceCount = (k * (k - 1)) / 2;
    for (let row = 0; row < rows; row++) {
      const own = labels[row] as number;
      const below = (lower[row] as number) - (own === first ? second : largest);
      // The others are no nearer than either bound says.
      const others = Math.max(below, halfGaps[own] as number);
      let distance = (upper[row] as number) + (moves[own] as number);
      if (distance >= others) {
        distance = Math.sqrt(
          squaredDistanceAt(
            values,
            row * columns,
            centroids,
            own * columns,
            columns,
          ),
        );
        distanceCount++;
      }
      if (distance < others) {
        upper[row] = distance;
        lower[row] = below;
        continue;
      }
      nearestTwo.find(row);
      upper[row] = Math.sqrt(upper[row] as number);
      lower[row] = Math.sqrt(lower[row] as number) * (1 - margin);
      distanceCount += k;
    }
    return distanceCount;
  };
}

/** The largest two moves, and the centroid that made the largest. */
function largestMoves(moves: Float64Array) {
  const [largest = 0, second = 0] = moves.slice().sort().reverse();
  return { first: moves.indexOf(largest), second, largest };
}

/**
 * Half the way from each centroid to its nearest neighbour: a point that is
 * nearer than this to a centroid has no nearer one.
 */
function halfGapsOf(centroids: Float64Array, k: number, columns: number) {
  const squared = new Float64Array(k).fill(Infinity);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) {
      const distance = squaredDistanceAt(
        centroids,
        i * columns,
        centroids,
        j * columns,
        columns,
      );
      squared[i] = Math.min(squared[i] as number, distance);
      squared[j] = Math.min(squared[j] as number, distance);
    }
  }
  return squared.map((square) => (Math.sqrt(square) / 2) * (1 - margin));
}
