import { describe, expect, it } from 'vitest';
import { agreement, classesOf, oneHot } from './classification.ts';
import { digits } from './digits.ts';
import { histogram } from './histogram.ts';
import { sum } from './lists.ts';
import { splitDigits } from './split-digits.ts';

describe('digits', () => {
  it('has the sums that numpy finds in the rows of scikit-learn', () => {
    expect(digits.rows).toHaveLength(400);
    expect(digits.rows.every((row) => row.length === 64)).toBe(true);
    expect(sum(digits.rows.flat())).toBe(124239);
    const byPlace = digits.rows.map((row) => {
      return sum(row.map((ink, pixel) => ink * (pixel + 1)));
    });
    expect(sum(byPlace)).toBe(4034030);
    expect(sum(byPlace.map((total, i) => total * (i + 1)))).toBe(799836194);
  });

  it('has 40 images of each digit, with values from 0 to 16', () => {
    const ofThree = digits.rows.filter((_, i) => digits.labels[i] === 3);
    expect(ofThree).toHaveLength(40);
    expect(sum(ofThree.flat())).toBe(11858);
    const values = new Set(digits.rows.flat());
    expect([...values].sort((a, b) => a - b)).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
    ]);
  });
});

describe('splitDigits', () => {
  it('puts 20 images of each digit on either side, none on both', () => {
    const { training, test } = splitDigits();
    for (const { rows, labels } of [training, test]) {
      expect(rows).toHaveLength(200);
      expect(labels.filter((label) => label === 7)).toHaveLength(20);
      expect(Math.max(...rows.flat())).toBe(1);
    }
    const seen = new Set(training.rows.map(String));
    expect(test.rows.some((row) => seen.has(String(row)))).toBe(false);
  });
});

describe('classification', () => {
  it('turns labels into rows and back', () => {
    expect(oneHot([2, 0], 3)).toEqual([
      [0, 0, 1],
      [1, 0, 0],
    ]);
    expect(classesOf(oneHot([2, 0, 1], 3))).toEqual([2, 0, 1]);
    expect(agreement([1, 2, 3, 4], [1, 0, 3, 0])).toBe(0.5);
    expect(() => agreement([1], [1, 2])).toThrow('others');
  });
});

describe('histogram', () => {
  it('counts every value once, those outside at the ends', () => {
    const { middles, counts } = histogram([-9, -0.1, 0.1, 0.6, 9], 1, 4);
    expect(middles).toEqual([-0.75, -0.25, 0.25, 0.75]);
    expect(counts).toEqual([1, 1, 1, 2]);
  });
});
