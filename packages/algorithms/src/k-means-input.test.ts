import { describe, expect, it } from 'vitest';
import { type KMeansOptions, kMeans, kMeansSteps } from './k-means.ts';

const points = [
  [1, 1],
  [1, 2],
  [2, 2],
];

describe('kMeans refuses', () => {
  it.each<[string, number[][], string]>([
    ['no points', [], 'points must be a list of at least one row; got an'],
    ['a point without numbers', [[]], 'points[0] must be a list of at least'],
    [
      'ragged points',
      [[1, 2], [3]],
      'points[1] must be a list of 2 numbers, like every row; got an array',
    ],
    ['NaN', [[1, Number.NaN]], 'points[0][1] must be a finite number; got NaN'],
    [
      'Infinity',
      [[1], [Number.POSITIVE_INFINITY]],
      'points[1][0] must be a finite number; got Infinity',
    ],
  ])('%s', (_, badPoints, message) => {
    expect(() => kMeans(badPoints, { k: 1 })).toThrow(message);
  });

  it.each<[KMeansOptions, string]>([
    [{ k: 0 }, 'k must be an integer from 1 to 3; got 0'],
    [{ k: 4 }, 'k must be an integer from 1 to 3; got 4'],
    [{ k: 1.5 }, 'k must be an integer from 1 to 3; got 1.5'],
    [{ k: Number.NaN }, 'k must be an integer from 1 to 3; got NaN'],
    [
      { k: 1, maxIterations: 0 },
      'maxIterations must be an integer of at least 1; got 0',
    ],
    [
      { k: 1, tolerance: -1 },
      'tolerance must be a finite number of at least 0; got -1',
    ],
    [
      { k: 1, tolerance: Number.NaN },
      'tolerance must be a finite number of at least 0; got NaN',
    ],
    [{ k: 1, seed: -1 }, 'seed must be an integer from 0 to 4294967295; got'],
    [
      { k: 2, initialCentroids: [[1, 1]] },
      'initialCentroids must be a list of 2 rows; got an array of length 1',
    ],
    [
      { k: 1, initialCentroids: [[1, 1, 1]] },
      'initialCentroids[0] must be a list of 2 numbers',
    ],
  ])('%j', (options, message) => {
    expect(() => kMeans(points, options)).toThrow(message);
  });

  it('an unknown seeding', () => {
    const options = JSON.parse('{ "k": 1, "seeding": "farthest" }');
    expect(() => kMeans(points, options)).toThrow(
      "seeding must be one of 'random', 'k-means++'; got 'farthest'",
    );
  });

  it('at the call, before the first step is asked for', () => {
    expect(() => kMeansSteps(points, { k: 9 })).toThrow(RangeError);
  });
});

describe('kMeans stops', () => {
  const line = [[0], [1], [2], [3], [10]];
  const initialCentroids = [[0], [1]];

  it('after maxIterations and says that it has not converged', () => {
    const options = { k: 2, initialCentroids, maxIterations: 1 };
    const result = kMeans(line, options);
    expect(result.iterationCount).toBe(1);
    expect(result.converged).toBe(false);
  });

  it('when no centroid moves farther than the tolerance', () => {
    // First move: 0 stays, 1 goes to (1 + 2 + 3 + 10) / 4 = 4, 3 units away.
    const exactly = kMeans(line, { k: 2, initialCentroids, tolerance: 3 });
    expect(exactly.iterationCount).toBe(1);
    expect(exactly.converged).toBe(true);
    const less = kMeans(line, { k: 2, initialCentroids, tolerance: 2.99 });
    expect(less.iterationCount).toBeGreaterThan(1);
  });
});
