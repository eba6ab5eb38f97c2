import { expect, it } from 'vitest';
import { quantile } from './quantile.ts';

it('is a value that the share does not exceed', () => {
  const values = [30, 10, 50, 20, 40];
  expect(quantile(values, 0.5)).toBe(30);
  expect(quantile(values, 0.2)).toBe(10);
  expect(quantile(values, 0.21)).toBe(20);
  expect(quantile(values, 1)).toBe(50);
  expect(values).toEqual([30, 10, 50, 20, 40]);
});

it('is the 99th of a hundred', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(quantile(values, 0.99)).toBe(99);
  expect(quantile(values, 0.07)).toBe(7);
});

it('refuses no values and no share', () => {
  expect(() => quantile([], 0.5)).toThrow('values');
  expect(() => quantile([1], 0)).toThrow('share');
});
