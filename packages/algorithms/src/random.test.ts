import { describe, expect, it } from 'vitest';
import { createRandom, normal, shuffle } from './random.ts';

const take = (count: number, draw: () => number) =>
  Array.from({ length: count }, draw);

describe('createRandom', () => {
  it('gives the numbers of mulberry32', () => {
    // Computed with an independent Python version of the published C code.
    expect(take(3, createRandom(1))).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
    expect(take(2, createRandom(42))).toEqual([
      0.6011037519201636, 0.44829055899754167,
    ]);
  });

  it('stays in [0, 1) and spreads evenly', () => {
    const numbers = take(10_000, createRandom(7));
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    for (const tenth of take(10, createRandom(0)).keys()) {
      const count = numbers.filter((x) => Math.floor(x * 10) === tenth).length;
      // Expected 1000 with a standard deviation of 30.
      expect(Math.abs(count - 1000)).toBeLessThan(120);
    }
  });

  it.each([-1, 1.5, 2 ** 32, Number.NaN])('refuses the seed %s', (seed) => {
    expect(() => createRandom(seed)).toThrow(
      `seed must be an integer from 0 to 4294967295; got ${seed}`,
    );
  });
});

describe('shuffle', () => {
  it('keeps the items and leaves the original alone', () => {
    const items = [1, 2, 3, 4, 5];
    const shuffled = shuffle(items, createRandom(3));
    expect([...shuffled].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(items).toEqual([1, 2, 3, 4, 5]);
  });

  it('gives each of the six orders of three items equally often', () => {
    const random = createRandom(5);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const order = shuffle(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) {
      // Expected 1000 with a standard deviation of 29.
      expect(Math.abs(count - 1000)).toBeLessThan(120);
    }
  });
});

describe('normal', () => {
  it('has mean 0, variance 1 and 68.3 % within one deviation', () => {
    const random = createRandom(11);
    const numbers = take(20_000, () => normal(random));
    const mean = numbers.reduce((a, b) => a + b) / numbers.length;
    const square = numbers.reduce((a, b) => a + b * b, 0) / numbers.length;
    const inside = numbers.filter((x) => Math.abs(x) < 1).length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(square - 1)).toBeLessThan(0.04);
    expect(Math.abs(inside / numbers.length - 0.6827)).toBeLessThan(0.014);
  });
});
