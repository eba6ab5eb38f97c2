import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kMeans, kMeansSteps } from '../src/k-means.ts';
import { clouds, permutation, runs } from './arbitraries.ts';
import { expectNear } from './near.ts';

describe('k-means', () => {
  it('never lets inertia rise', () => {
    fc.assert(
      fc.property(clouds, ({ points, initialCentroids, k }) => {
        const steps = [...kMeansSteps(points, { k, initialCentroids })];
        const inertias = steps.map(({ inertia }) => inertia);
        for (const [index, inertia] of inertias.slice(1).entries()) {
          expect(inertia).toBeLessThanOrEqual(
            (inertias[index] ?? 0) * (1 + 1e-12),
          );
        }
      }),
      runs,
    );
  });

  it('ends with every point at its nearest mean', () => {
    fc.assert(
      fc.property(clouds, ({ points, initialCentroids, k }) => {
        const result = kMeans(points, { k, initialCentroids });
        const { centroids, labels } = result;
        for (const [cluster, centroid] of centroids.entries()) {
          const own = points.filter((_, index) => labels[index] === cluster);
          const mean = centroid.map(
            (_, j) => own.reduce((sum, p) => sum + (p[j] ?? 0), 0) / own.length,
          );
          expectNear(centroid, mean, 1e-12);
        }
        let inertia = 0;
        for (const [index, point] of points.entries()) {
          const distances = centroids.map((c) => distance(point, c));
          const own = distances[labels[index] ?? -1] ?? Number.NaN;
          expect(own).toBe(Math.min(...distances));
          inertia += own ** 2;
        }
        expectNear([result.inertia], [inertia], 1e-12);
      }),
      runs,
    );
  });

  it('permutes the labels when the rows are permuted', () => {
    fc.assert(
      fc.property(clouds, fc.nat(), ({ points, initialCentroids, k }, seed) => {
        const order = permutation(points.length, seed);
        const moved = order.map((index) => points[index] ?? []);
        const first = kMeans(points, { k, initialCentroids });
        const second = kMeans(moved, { k, initialCentroids });
        expect(second.labels).toEqual(order.map((i) => first.labels[i]));
        expect(second.iterationCount).toBe(first.iterationCount);
      }),
      runs,
    );
  });

  it('renames the labels when the first centroids are permuted', () => {
    fc.assert(
      fc.property(clouds, fc.nat(), ({ points, initialCentroids, k }, seed) => {
        const order = permutation(k, seed);
        const moved = order.map((index) => initialCentroids[index] ?? []);
        const first = kMeans(points, { k, initialCentroids });
        const second = kMeans(points, { k, initialCentroids: moved });
        expect(second.labels.map((label) => order[label])).toEqual(
          first.labels,
        );
      }),
      runs,
    );
  });

  it('gives the same labels to scaled and shifted data', () => {
    const scales = fc.double({ min: 0.01, max: 1000, noNaN: true });
    const shifts = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(clouds, scales, shifts, (cloud, scale, shift) => {
        const { points, initialCentroids, k } = cloud;
        const move = (rows: number[][]) =>
          rows.map((row) => row.map((value, j) => scale * value + shift * j));
        const first = kMeans(points, { k, initialCentroids });
        const second = kMeans(move(points), {
          k,
          initialCentroids: move(initialCentroids),
        });
        expect(second.labels).toEqual(first.labels);
        const scaled = first.inertia * scale ** 2;
        expect(Math.abs(second.inertia - scaled)).toBeLessThanOrEqual(
          1e-9 * (scaled + shift ** 2 + 1),
        );
      }),
      runs,
    );
  });
});

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, j) => value - (b[j] ?? Number.NaN)));
}
