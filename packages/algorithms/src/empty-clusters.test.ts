import { describe, expect, it } from 'vitest';
import { kMeans, kMeansSteps } from './k-means.ts';

describe('an empty cluster', () => {
  it('takes over the farthest point that is not alone, one by one', () => {
    // Nearest centroids: 0 and 1 go to 0.4, while 9, 10 and 20 go to 5. Three
    // clusters are empty. 20 is farthest (15 away), then 10 (5 away). Then 9
    // is farthest (4 away) but alone in its cluster, so 1 moves (0.6 away).
    const points = [[0], [1], [9], [10], [20]];
    const initialCentroids = [[5], [100], [200], [0.4], [300]];
    const steps = kMeansSteps(points, { k: 5, initialCentroids });
    const first = steps.next().value;

    expect(first?.labels).toEqual([3, 4, 0, 2, 1]);
    expect(first?.centroids).toEqual([[5], [20], [10], [0.4], [1]]);
    expect(first?.inertia).toBeCloseTo(0.4 ** 2 + 4 ** 2, 12);
    expect(initialCentroids).toEqual([[5], [100], [200], [0.4], [300]]);
  });

  it('takes the first of two points that are equally far', () => {
    const points = [[1], [-3], [3], [-1]];
    const initialCentroids = [[0], [50]];
    const steps = kMeansSteps(points, { k: 2, initialCentroids });
    expect(steps.next().value?.labels).toEqual([0, 1, 0, 0]);
  });

  it('is filled again when it empties in the middle of a run', () => {
    // Iteration 1 has the centroids (3.5, 2), (6, 0) and (5, 2), and (5, 2)
    // is nobody's nearest. (3, 4) is farthest from its own: 0.25 + 4 = 4.25.
    const points = [
      [4, 0],
      [6, 0],
      [6, 1],
      [4, 3],
      [3, 4],
    ];
    const initialCentroids = points.slice(0, 3);
    const steps = [...kMeansSteps(points, { k: 3, initialCentroids })];
    expect(steps[0]?.labels).toEqual([0, 1, 2, 2, 0]);
    expect(steps[1]?.labels).toEqual([1, 1, 1, 0, 2]);
    expect(steps[1]?.centroids[2]).toEqual([3, 4]);
    expect(steps[1]?.inertia).toBeCloseTo(4 + 0 + 1 + 1.25, 12);
  });

  it('is filled when there are fewer different points than clusters', () => {
    const points = [
      [1, 1],
      [1, 1],
      [1, 1],
      [2, 2],
    ];
    for (const seeding of ['random', 'k-means++'] as const) {
      const result = kMeans(points, { k: 3, seeding });
      expect(result.inertia).toBeCloseTo(0, 12);
      expect(result.converged).toBe(true);
      expect(new Set(result.labels).size).toBe(3);
    }
  });
});
