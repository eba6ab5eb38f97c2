import { expect, it } from 'vitest';
import { checkAutoscaler, desiredReplicas } from './autoscaler.ts';

const options = { target: 10, min: 1, max: 6, interval: 1000, patience: 3 };

it('divides what is in flight by the target and rounds up', () => {
  expect(desiredReplicas([20], options)).toBe(2);
  expect(desiredReplicas([21], options)).toBe(3);
});

it('stays between min and max', () => {
  expect(desiredReplicas([0], options)).toBe(1);
  expect(desiredReplicas([1000], options)).toBe(6);
});

it('grows at once and shrinks after three calm looks', () => {
  expect(desiredReplicas([5, 5, 50], options)).toBe(5);
  expect(desiredReplicas([50, 5, 5], options)).toBe(5);
  expect(desiredReplicas([50, 5, 5, 5], options)).toBe(1);
});

it('refuses a max below min', () => {
  expect(() => checkAutoscaler({ ...options, max: 0 })).toThrow('max');
});
