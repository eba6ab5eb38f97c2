import type { FlatMatrix } from './flat-matrix.ts';

/** What the fast editions of k-means return. */
export interface FlatClustering {
  centroids: FlatMatrix;
  labels: Int32Array;
  inertia: number;
  iterationCount: number;
  converged: boolean;
  /** Distances between a point and a centroid that were computed. */
  distanceCount: number;
}
