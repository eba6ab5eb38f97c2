import { expect, it } from 'vitest';
import { createInputCheck } from './input-check.ts';
import { iris } from './iris.ts';

const square = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

it('accepts what is near the training rows', () => {
  const check = createInputCheck(square);
  expect(check([0.2, 0.9])).toBe('accepted');
  expect(check([0, 0])).toBe('accepted');
});

it('refuses what is outside the range of a feature', () => {
  expect(createInputCheck(square)([0.5, 1.001])).toBe('out of range');
});

it('refuses what is in range and yet far from every row', () => {
  const rows = [
    [0, 0],
    [0.1, 0.1],
    [1, 1],
    [0.9, 0.9],
  ];
  expect(createInputCheck(rows)([1, 0])).toBe('unlike the training data');
});

it('refuses so many new rows as the share allows, about', () => {
  const fresh = iris.rows.filter((_, index) => index % 3 === 0);
  const others = iris.rows.filter((_, index) => index % 3 > 0);
  const check = createInputCheck(others, 0.9);
  const refused = fresh.filter((row) => check(row) !== 'accepted');
  expect(refused.length / fresh.length).toBeGreaterThan(0.05);
  expect(refused.length / fresh.length).toBeLessThan(0.25);
});

it('refuses too few rows and inputs of another length', () => {
  expect(() => createInputCheck([[1, 2]])).toThrow('rows');
  expect(() => createInputCheck(square)([1])).toThrow('input');
});
