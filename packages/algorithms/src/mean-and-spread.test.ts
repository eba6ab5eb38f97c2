import { describe, expect, it } from 'vitest';
import { meanAndSpread } from './mean-and-spread.ts';

describe('meanAndSpread', () => {
  it('divides the squares by n − 1', () => {
    // Python: statistics.mean and statistics.stdev.
    const { mean, spread } = meanAndSpread([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(mean).toBe(5);
    expect(spread).toBeCloseTo(2.138089935299395, 12);
  });

  it('finds no spread in one number or in equal ones', () => {
    expect(meanAndSpread([3])).toEqual({ mean: 3, spread: 0 });
    expect(meanAndSpread([3, 3])).toEqual({ mean: 3, spread: 0 });
  });

  it('refuses no numbers', () => {
    expect(() => meanAndSpread([])).toThrow('values');
  });
});
