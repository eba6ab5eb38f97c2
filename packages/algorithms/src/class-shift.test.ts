import { describe, expect, it } from 'vitest';
import { shiftClass, shiftForShare } from './class-shift.ts';
import { classesOf } from './classification.ts';

const logits = [
  [3, 1],
  [2, 1.5],
  [0, 4],
  [5, 1],
];

describe('shiftForShare', () => {
  it.each([
    [0.25, 1],
    [0.5, 2],
    [0.6, 3],
    [1, 4],
  ])('lets the class win a share of %d: %d of 4', (share, count) => {
    const shift = shiftForShare(logits, 1, share);
    const winsBy = (extra: number) =>
      classesOf(shiftClass(logits, 1, shift + extra)).filter((c) => c === 1);
    expect(winsBy(1e-9)).toHaveLength(count);
    expect(winsBy(-1e-9)).toHaveLength(count - 1);
  });

  it('leaves the other class alone', () => {
    expect(shiftClass(logits, 1, 2)[0]).toEqual([3, 3]);
  });

  it('refuses a share of nothing and a class that is not there', () => {
    expect(() => shiftForShare(logits, 1, 0)).toThrow('share');
    expect(() => shiftForShare(logits, 2, 0.5)).toThrow('label');
  });
});
