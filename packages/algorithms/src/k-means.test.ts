import { describe, expect, it } from 'vitest';
import { iris } from './iris.ts';
import { kMeans, kMeansSteps } from './k-means.ts';
import { createRandom } from './random.ts';

const points = [
  [1, 1],
  [1, 2],
  [2, 2],
  [2, 3],
  [3, 3],
  [3, 4],
  [4, 4],
  [4, 5],
];

/** Points of a small whole-number grid: many ties, many duplicates. */
function gridPoints(count: number, seed: number): number[][] {
  const random = createRandom(seed);
  const coordinate = () => Math.floor(random() * 6);
  return Array.from({ length: count }, () => [coordinate(), coordinate()]);
}

describe('kMeansSteps on the eight points', () => {
  it('goes through the states worked out by hand', () => {
    const initialCentroids = [
      [1, 1],
      [1, 2],
    ];
    const steps = [...kMeansSteps(points, { k: 2, initialCentroids })];

    expect(steps.map((step) => step.iteration)).toEqual([0, 1, 2]);
    expect(steps.map((step) => step.converged)).toEqual([false, false, true]);
    expect(steps.map((step) => step.labels)).toEqual([
      [0, 1, 1, 1, 1, 1, 1, 1],
      [0, 0, 0, 1, 1, 1, 1, 1],
      [0, 0, 0, 1, 1, 1, 1, 1],
    ]);
    const first = 0 + 0 + 1 + 2 + 5 + 8 + 13 + 18;
    expect(steps[0]?.inertia).toBeCloseTo(first, 12);
    expect(steps[1]?.centroids[0]).toEqual([1, 1]);
    expect(steps[1]?.centroids[1]?.[0]).toBeCloseTo(19 / 7, 12);
    expect(steps[1]?.centroids[1]?.[1]).toBeCloseTo(23 / 7, 12);
    expect(steps[2]?.inertia).toBeCloseTo(4 / 3 + 5.6, 12);
  });

  it('finds the best of all 127 partitions from a good start', () => {
    const initialCentroids = [
      [1, 1],
      [4, 4],
    ];
    const result = kMeans(points, { k: 2, initialCentroids });
    expect(result.labels).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(rounded(result.centroids)).toEqual([
      [1.5, 2],
      [3.5, 4],
    ]);
    expect(result.inertia).toBeCloseTo(6, 12);
    expect(result.inertia).toBeCloseTo(smallestInertia(points), 12);
  });
});

describe('kMeans', () => {
  it('ends where scikit-learn 1.2.1 ends on Iris', () => {
    // KMeans(3, init=X[[0, 50, 100]], n_init=1, tol=0).fit(X)
    const initialCentroids = [0, 50, 100].map((i) => iris.rows[i] ?? []);
    const result = kMeans(iris.rows, { k: 3, initialCentroids });
    expect(result.inertia).toBeCloseTo(78.851441426146, 10);
    expect(sizesOf(result.labels, 3)).toEqual([50, 62, 38]);
    expect(result.centroids[2]?.[0]).toBeCloseTo(6.85, 12);
    expect(result.converged).toBe(true);
  });

  it('never lets inertia rise, whatever the points and the start', () => {
    for (let seed = 0; seed < 200; seed++) {
      const k = 1 + (seed % 6);
      let previous = Number.POSITIVE_INFINITY;
      for (const step of kMeansSteps(gridPoints(12, seed), { k, seed })) {
        expect(step.inertia).toBeLessThan(previous + 1e-9);
        expect(sizesOf(step.labels, k)).not.toContain(0);
        previous = step.inertia;
      }
    }
  });

  it('returns centroids that are the means of their points', () => {
    const data = gridPoints(30, 4);
    const { centroids, labels } = kMeans(data, { k: 4 });
    for (const [cluster, centroid] of centroids.entries()) {
      const members = data.filter((_, i) => labels[i] === cluster);
      const total = members.reduce((sum, point) => sum + (point[0] ?? 0), 0);
      expect(centroid[0]).toBeCloseTo(total / members.length, 12);
    }
  });

  it('gives a point between two centroids to the first one', () => {
    const initialCentroids = [[0], [2]];
    const line = [[0], [1], [2]];
    const { labels } = kMeans(line, { k: 2, initialCentroids });
    expect(labels).toEqual([0, 0, 1]);
  });

  it('repeats itself with the same seed and leaves its input alone', () => {
    const copy = JSON.parse(JSON.stringify(points));
    const first = kMeans(points, { k: 3, seed: 9 });
    expect(kMeans(points, { k: 3, seed: 9 })).toEqual(first);
    expect(points).toEqual(copy);
  });

  it('puts one cluster at the mean, and n clusters on the points', () => {
    const one = kMeans(points, { k: 1 });
    expect(rounded(one.centroids)).toEqual([[2.5, 3]]);
    const all = kMeans(points, { k: 8, seeding: 'random' });
    expect(all.inertia).toBeCloseTo(0, 12);
    expect([...all.labels].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});

function sizesOf(labels: readonly number[], k: number): number[] {
  return Array.from(
    { length: k },
    (_, cluster) => labels.filter((label) => label === cluster).length,
  );
}

/** To nine decimals: a mean may be added up in any order. */
function rounded(rows: readonly number[][]): number[][] {
  return rows.map((row) => row.map((value) => Number(value.toFixed(9))));
}

/** Tries every way to part the points in two: 2ⁿ⁻¹ − 1 partitions. */
function smallestInertia(data: readonly number[][]): number {
  let smallest = Number.POSITIVE_INFINITY;
  for (let mask = 1; mask < 2 ** (data.length - 1); mask++) {
    const inside = data.filter((_, i) => (mask >> i) % 2 === 1);
    const outside = data.filter((_, i) => (mask >> i) % 2 === 0);
    smallest = Math.min(smallest, spread(inside) + spread(outside));
  }
  return smallest;
}

/** Σ‖x − mean‖² = Σ‖x‖² − ‖Σx‖² / n. */
function spread(group: readonly number[][]): number {
  const add = (f: (x: number, y: number) => number) =>
    group.reduce((total, [x = 0, y = 0]) => total + f(x, y), 0);
  const squares = add((x, y) => x * x + y * y);
  return squares - (add((x) => x) ** 2 + add((_, y) => y) ** 2) / group.length;
}
