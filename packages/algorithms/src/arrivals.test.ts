import { describe, expect, it } from 'vitest';
import {
  burstyArrivals,
  burstyRate,
  poissonArrivals,
  steppedArrivals,
} from './arrivals.ts';

/** Variance by mean of the arrivals in windows of `span` ms. */
function dispersion(times: readonly number[], span: number): number {
  const windows = Math.floor((times.at(-1) ?? 0) / span);
  const counts = new Array<number>(windows).fill(0);
  for (const time of times) {
    const index = Math.floor(time / span);
    if (index < windows) counts[index] = (counts[index] ?? 0) + 1;
  }
  const mean = counts.reduce((a, b) => a + b) / windows;
  const squares = counts.map((count) => (count - mean) ** 2);
  return squares.reduce((a, b) => a + b) / windows / mean;
}

function rateOf(times: readonly number[]): number {
  return (times.length / (times.at(-1) ?? 0)) * 1000;
}

const bursts = { calmRate: 80, burstRate: 400, calmTime: 400, burstTime: 100 };

describe('poissonArrivals', () => {
  it('has its rate, and counts whose variance is their mean', () => {
    const times = poissonArrivals(50, 50_000);
    expect(times).toHaveLength(50_000);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(rateOf(times)).toBeCloseTo(50, -0.3);
    expect(dispersion(times, 1000)).toBeGreaterThan(0.9);
    expect(dispersion(times, 1000)).toBeLessThan(1.1);
  });

  it('differs by seed only', () => {
    expect(poissonArrivals(5, 9, 2)).toEqual(poissonArrivals(5, 9, 2));
    expect(poissonArrivals(5, 9, 2)).not.toEqual(poissonArrivals(5, 9, 3));
  });
});

describe('burstyArrivals', () => {
  it('has the long-run rate and the dispersion of theory', () => {
    const times = burstyArrivals(bursts, 100_000);
    expect(burstyRate(bursts)).toBe(144);
    expect(Math.abs(rateOf(times) / 144 - 1)).toBeLessThan(0.02);
    // Heffes and Lucantoni: 1 + 2 (λ₁ − λ₂)² r₁ r₂ / ((r₁ + r₂)² (λ₁ r₂ +
    // λ₂ r₁)) for long windows, with the switching rates r₁ and r₂.
    const [r1, r2] = [1 / 0.4, 1 / 0.1];
    const factor = (80 - 400) ** 2 / ((r1 + r2) ** 2 * (80 * r2 + 400 * r1));
    const theory = 1 + 2 * r1 * r2 * factor;
    expect(Math.abs(dispersion(times, 4000) / theory - 1)).toBeLessThan(0.2);
  });

  it('is a Poisson process if both rates are equal', () => {
    const same = { ...bursts, burstRate: 80 };
    expect(dispersion(burstyArrivals(same, 50_000), 1000)).toBeLessThan(1.15);
  });
});

describe('steppedArrivals', () => {
  it('changes its rate at the given times', () => {
    const times = steppedArrivals([
      { rate: 100, duration: 50_000 },
      { rate: 400, duration: 50_000 },
    ]);
    const early = times.filter((time) => time < 50_000).length;
    expect(Math.abs(early / 5000 - 1)).toBeLessThan(0.05);
    const late = times.length - early;
    expect(Math.abs(late / 20_000 - 1)).toBeLessThan(0.03);
    expect(times.at(-1)).toBeLessThan(100_000);
  });
});

describe('bad arguments', () => {
  it('are refused in words', () => {
    expect(() => poissonArrivals(0, 5)).toThrow(
      'rate must be a finite number greater than 0; got 0',
    );
    expect(() => burstyArrivals({ ...bursts, burstTime: -1 }, 5)).toThrow(
      'burstTime must be a finite number greater than 0; got -1',
    );
  });
});
