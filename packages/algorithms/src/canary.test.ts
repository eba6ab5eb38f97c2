import { describe, expect, it } from 'vitest';
import { checkCanary, errorScore, shouldRollBack } from './canary.ts';

const rules = {
  stableErrorRate: 0.005,
  canaryErrorRate: 0.01,
  minRequests: 100,
  maxScore: 3,
};

describe('errorScore', () => {
  it('is the root of the chi-square of the two by two table', () => {
    // n (ad − bc)² / (product of the row and column sums), no correction.
    const chi2 =
      (2000 * (10 * 975 - 990 * 25) ** 2) / (1000 * 1000 * 35 * 1965);
    const stable = { answered: 1000, failed: 10 };
    const canary = { answered: 1000, failed: 25 };
    expect(errorScore(stable, canary)).toBeCloseTo(Math.sqrt(chi2), 12);
    expect(errorScore(canary, stable)).toBeCloseTo(-Math.sqrt(chi2), 12);
  });

  it('is 0 if nothing can be said', () => {
    const none = { answered: 0, failed: 0 };
    const clean = { answered: 50, failed: 0 };
    expect(errorScore(none, clean)).toBe(0);
    expect(errorScore(clean, clean)).toBe(0);
  });
});

describe('shouldRollBack', () => {
  const stable = { answered: 10_000, failed: 50 };

  it('waits for enough requests', () => {
    const canary = { answered: 99, failed: 99 };
    expect(shouldRollBack(stable, canary, rules)).toBe(false);
    const one = { answered: 100, failed: 100 };
    expect(shouldRollBack(stable, one, rules)).toBe(true);
  });

  it('does not mind a canary that is better', () => {
    const better = { answered: 5000, failed: 0 };
    expect(shouldRollBack(stable, better, rules)).toBe(false);
  });
});

it('refuses a rate above 1', () => {
  expect(() => checkCanary({ ...rules, canaryErrorRate: 2 })).toThrow(
    'canaryErrorRate must be from 0 to 1; got 2',
  );
});
