import { describe, expect, it } from 'vitest';
import { plusPlusCentroids, randomCentroids } from './k-means-seeding.ts';
import { createRandom } from './random.ts';

/** A source that gives the listed numbers in turn. */
function script(...numbers: number[]) {
  return () => numbers.shift() ?? Number.NaN;
}

describe('plusPlusCentroids', () => {
  const line = [[0], [3], [4]];

  it('draws the first centroid with equal chances', () => {
    expect(plusPlusCentroids(line, 1, script(0.33))).toEqual([[0]]);
    expect(plusPlusCentroids(line, 1, script(0.34))).toEqual([[3]]);
    expect(plusPlusCentroids(line, 1, script(0.67))).toEqual([[4]]);
  });

  it('draws the next one by squared distance: here 0 : 9 : 16', () => {
    // 9 / (9 + 16) = 0.36 is the border between the points 3 and 4.
    expect(plusPlusCentroids(line, 2, script(0, 0.35))).toEqual([[0], [3]]);
    expect(plusPlusCentroids(line, 2, script(0, 0.37))).toEqual([[0], [4]]);
  });

  it('draws no centroid again, even by a random number of 0', () => {
    expect(plusPlusCentroids(line, 2, script(0, 0))).toEqual([[0], [3]]);
  });

  it('measures the distance to the nearest of the centroids', () => {
    // From 0 alone the weights are 0 : 9 : 16 : 25, from 0 and 4 together
    // 0 : 1 : 0 : 1.
    const points = [[0], [3], [4], [5]];
    const draw = script(0, 0.4, 0.49);
    expect(plusPlusCentroids(points, 3, draw)).toEqual([[0], [4], [3]]);
  });
});

describe('randomCentroids', () => {
  it('chooses different rows, each equally often', () => {
    const random = createRandom(2);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i++) {
      const chosen = randomCentroids([[0], [1], [2], [3]], 2, random).flat();
      expect(new Set(chosen).size).toBe(2);
      for (const index of chosen) counts[index] = (counts[index] ?? 0) + 1;
    }
    for (const count of counts) {
      // Expected 2000 with a standard deviation of 32.
      expect(Math.abs(count - 2000)).toBeLessThan(130);
    }
  });
});
