import { describe, expect, it } from 'vitest';
import { kMeans, kMeansSteps } from '../src/k-means.ts';
import { kMeansCases } from './golden.ts';
import { expectNear } from './near.ts';

// scikit-learn first moves the data to their mean, so sums round differently.
const tolerance = 1e-10;

const cases = kMeansCases();

describe.each(cases)('k-means: $table, $name', (golden) => {
  const { points, initialCentroids } = golden;
  const options = { k: initialCentroids.length, initialCentroids };

  it('ends with the labels, centroids and inertia of scikit-learn', () => {
    const result = kMeans(points, options);
    expect(result.labels).toEqual(golden.labels);
    expectNear(result.centroids.flat(), golden.centroids.flat(), tolerance);
    expectNear([result.inertia], [golden.inertia], tolerance);
    expect(result.converged).toBe(true);
  });
});

const withSteps = cases.filter(({ steps }) => steps !== undefined);

describe.each(withSteps)('k-means: $table, $name', (golden) => {
  it('goes through the same states', () => {
    const { points, initialCentroids } = golden;
    const options = { k: initialCentroids.length, initialCentroids };
    const [, ...steps] = [...kMeansSteps(points, options)];
    expect(steps).toHaveLength(golden.iterationCount ?? -1);
    for (const [index, expected] of (golden.steps ?? []).entries()) {
      const { centroids = [], inertia = 0, labels = [] } = steps[index] ?? {};
      expectNear(centroids.flat(), expected.centroids.flat(), tolerance);
      expectNear([inertia], [expected.inertia], tolerance);
      const sizes = centroids.map(
        (_, cluster) => labels.filter((label) => label === cluster).length,
      );
      expect(sizes).toEqual(expected.sizes);
    }
  });
});
