import { describe, expect, it } from 'vitest';
import { mg1, mmc, mmcQuantile } from './queueing.ts';

describe('mmc', () => {
  it('is L = ρ / (1 − ρ) and W = 1 / (μ − λ) for one server', () => {
    for (const rate of [2, 10, 18, 19.8]) {
      const { utilisation, latency, inFlight } = mmc(rate, 20);
      expect(utilisation).toBeCloseTo(rate / 20, 12);
      expect(latency).toBeCloseTo(1 / (20 - rate), 10);
      expect(inFlight).toBeCloseTo(rate / (20 - rate), 8);
    }
  });

  it("has the chance to wait of Erlang's tables", () => {
    // C(2, 1) = 1/3 and C(3, 2) = 4/9, by hand from the formula.
    const two = mmc(1, 1, 2);
    expect(two.wait).toBeCloseTo(1 / 3 / (2 - 1), 12);
    const three = mmc(2, 1, 3);
    expect(three.wait).toBeCloseTo(4 / 9 / (3 - 2), 12);
  });

  it('does not overflow with a thousand servers', () => {
    expect(mmc(990, 1, 1000).wait).toBeGreaterThan(0);
    expect(mmc(990, 1, 1000).wait).toBeLessThan(0.1);
  });

  it('refuses more than it can serve', () => {
    expect(() => mmc(40, 20, 2)).toThrow(
      'arrivalRate must be less than 40, what is served; got 40',
    );
  });
});

describe('mmcQuantile', () => {
  it('is −ln(1 − q) / (μ − λ) for one server', () => {
    expect(mmcQuantile(0.99, 18, 20)).toBeCloseTo(Math.log(100) / 2, 9);
    expect(mmcQuantile(0.5, 10, 20)).toBeCloseTo(Math.log(2) / 10, 9);
  });

  it('finds a solution of the distribution of Kleinrock, c = 2', () => {
    // λ = 1, μ = 1, c = 2: P(T > t) = (2/3) e⁻ᵗ + (1/3)(1 + t) e⁻ᵗ.
    const t = mmcQuantile(0.9, 1, 1, 2);
    const beyond = (2 / 3) * Math.exp(-t) + ((1 + t) / 3) * Math.exp(-t);
    expect(beyond).toBeCloseTo(0.1, 10);
  });
});

describe('mg1', () => {
  it('is M/M/1 with variation 1, and waits half as long with 0', () => {
    const { wait } = mmc(16, 20);
    expect(mg1(16, 20, 1).wait).toBeCloseTo(wait, 12);
    expect(mg1(16, 20, 0).wait).toBeCloseTo(wait / 2, 12);
    expect(mg1(16, 20, 4).wait).toBeCloseTo(2.5 * wait, 12);
  });
});
