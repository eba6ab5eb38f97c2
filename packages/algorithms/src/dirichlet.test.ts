import { describe, expect, it } from 'vitest';
import { dirichlet, logGamma } from './dirichlet.ts';
import { sum } from './lists.ts';
import { meanAndSpread } from './mean-and-spread.ts';
import { createRandom } from './random.ts';

function samples(shape: number, count = 20_000): number[] {
  const random = createRandom(11);
  return Array.from({ length: count }, () => logGamma(shape, random));
}

describe('logGamma', () => {
  it.each([0.3, 0.9, 1, 2.5, 30])('has mean and variance %d', (shape) => {
    const { mean, spread } = meanAndSpread(samples(shape).map(Math.exp));
    expect(Math.abs(mean / shape - 1)).toBeLessThan(0.04);
    expect(Math.abs(spread ** 2 / shape - 1)).toBeLessThan(0.08);
  });

  it('is the exponential distribution for shape 1', () => {
    const values = samples(1).map(Math.exp);
    for (const x of [0.1, 0.7, 2]) {
      const below = values.filter((value) => value < x).length;
      const share = below / values.length;
      expect(Math.abs(share - (1 - Math.exp(-x)))).toBeLessThan(0.012);
    }
  });

  it('stays finite for shapes that would underflow', () => {
    // The mean of the logarithm is digamma(0.001) = −1000.5756 (SciPy).
    const values = samples(0.001);
    expect(values.every(Number.isFinite)).toBe(true);
    expect(Math.abs(meanAndSpread(values).mean + 1000.58)).toBeLessThan(25);
  });
});

describe('dirichlet', () => {
  it('gives proportions with the sum 1', () => {
    const random = createRandom(2);
    for (const concentration of [0.001, 0.1, 1, 100, Infinity]) {
      const shares = dirichlet(7, concentration, random);
      expect(sum(shares)).toBeCloseTo(1, 12);
      expect(shares.every((share) => share >= 0)).toBe(true);
    }
  });

  it.each([0.1, 1, 10])('has the variance of concentration %d', (a) => {
    const random = createRandom(4);
    const first = Array.from({ length: 8000 }, () => {
      return dirichlet(5, a, random)[0] ?? 0;
    });
    const { mean, spread } = meanAndSpread(first);
    // Known: (K − 1) / (K² (K a + 1)).
    const variance = 4 / (25 * (5 * a + 1));
    expect(Math.abs(mean - 0.2)).toBeLessThan(0.015);
    expect(Math.abs(spread ** 2 / variance - 1)).toBeLessThan(0.08);
  });

  it('gives equal shares at Infinity and refuses 0', () => {
    const random = createRandom(1);
    expect(dirichlet(4, Infinity, random)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(() => dirichlet(4, 0, random)).toThrow('concentration');
  });
});
