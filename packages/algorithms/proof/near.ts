import { expect } from 'vitest';

/**
 * Expects equally many numbers, each within the tolerance of the other one:
 * |a − e| ≤ tolerance · max(1, |e|).
 */
export function expectNear(
  actual: readonly number[],
  expected: readonly number[],
  tolerance: number,
): void {
  expect(actual).toHaveLength(expected.length);
  const off = expected.map((value, index) => {
    const gap = Math.abs((actual[index] ?? Number.NaN) - value);
    return gap / Math.max(1, Math.abs(value));
  });
  // A comparison with NaN is false, so that NaN counts as far off.
  const far = off.flatMap((gap, i) => (gap <= tolerance ? [] : [i]));
  const what = far.map((i) => `[${i}] ${actual[i]} for ${expected[i]}`);
  expect(what, `farther off than ${tolerance}`).toEqual([]);
}
