import { describe, expect, it } from 'vitest';
import { clip, epsilonOf, privateMean } from './client-privacy.ts';
import { at } from './lists.ts';
import { meanAndSpread } from './mean-and-spread.ts';
import { createRandom } from './random.ts';

describe('clip', () => {
  it('shortens to the bound and keeps the direction', () => {
    const [a = 0, b = 0] = clip([3, 4], 1);
    expect(Math.hypot(a, b)).toBeCloseTo(1, 12);
    expect(b / a).toBeCloseTo(4 / 3, 12);
  });

  it('leaves short vectors and zeros alone', () => {
    expect(clip([0.3, 0.4], 1)).toEqual([0.3, 0.4]);
    expect(clip([0, 0], 1)).toEqual([0, 0]);
    expect(() => clip([1], 0)).toThrow('bound');
  });
});

describe('privateMean', () => {
  const options = { bound: 2, noiseMultiplier: 1.5, clientCount: 4 };

  it('has noise of standard deviation z · bound / count', () => {
    const changes = [Array.from({ length: 5000 }, () => 0)];
    const mean = privateMean(changes, options, createRandom(3));
    const { mean: middle, spread } = meanAndSpread(mean);
    expect(Math.abs(middle)).toBeLessThan(0.05);
    expect(Math.abs(spread - 0.75)).toBeLessThan(0.03);
  });

  it('without noise is the mean of the clipped changes', () => {
    const changes = [
      [30, 40],
      [1, 0],
    ];
    const silent = { ...options, noiseMultiplier: 0, clientCount: 2 };
    const mean = privateMean(changes, silent, createRandom(1));
    expect(at(mean, 0)).toBeCloseTo((1.2 + 1) / 2, 12);
    expect(at(mean, 1)).toBeCloseTo(0.8, 12);
  });

  it('moves by at most bound / count if one client is another', () => {
    const one = privateMean([[9], [1]], options, createRandom(5));
    const other = privateMean([[0], [1]], options, createRandom(5));
    expect(at(one, 0) - at(other, 0)).toBeCloseTo(2 / 4, 12);
  });
});

describe('epsilonOf', () => {
  // Computed in Python: rho = T / (2 z²); rho + 2 sqrt(rho ln(1 / delta)).
  it.each([
    [1, 10, 1e-5, 20.1742713],
    [4, 10, 1e-5, 4.1060678],
    [20, 1000, 1e-6, 9.5612907],
  ])('for z = %d, %d rounds, delta %f is %f', (z, rounds, delta, known) => {
    expect(epsilonOf(z, rounds, delta)).toBeCloseTo(known, 6);
  });

  it('holds for the Gaussian mechanism, whose exact delta is known', () => {
    // Balle and Wang, ICML 2018, give the exact delta at this epsilon. All
    // rounds together are one release with z / √rounds.
    const sigma = 4 / Math.sqrt(10);
    const epsilon = epsilonOf(4, 10, 1e-5);
    const upper = normalTail(epsilon * sigma - 1 / (2 * sigma));
    const lower = normalTail(epsilon * sigma + 1 / (2 * sigma));
    const delta = upper - Math.exp(epsilon) * lower;
    expect(delta).toBeLessThan(1e-5);
    expect(delta).toBeGreaterThan(0);
  });

  it('grows with the rounds, falls with the noise, has no end without', () => {
    expect(epsilonOf(2, 20, 1e-5)).toBeGreaterThan(epsilonOf(2, 10, 1e-5));
    expect(epsilonOf(3, 10, 1e-5)).toBeLessThan(epsilonOf(2, 10, 1e-5));
    expect(epsilonOf(0, 1, 1e-5)).toBe(Infinity);
    expect(() => epsilonOf(1, 1, 0)).toThrow('delta');
  });
});

/** P(Z > x), summed up from the density in small steps. */
function normalTail(x: number): number {
  const step = 1e-4;
  let total = 0;
  for (let t = x + step / 2; t < x + 12; t += step) {
    total += Math.exp((-t * t) / 2);
  }
  return (total * step) / Math.sqrt(2 * Math.PI);
}
