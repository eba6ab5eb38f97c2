import { describe, expect, it } from 'vitest';
import { iris } from './iris.ts';

describe('iris', () => {
  it('has 50 flowers of each species with four lengths each', () => {
    expect(iris.rows).toHaveLength(150);
    expect(iris.rows.every((row) => row.length === 4)).toBe(true);
    for (const label of iris.classNames.keys()) {
      expect(iris.labels.filter((other) => other === label)).toHaveLength(50);
    }
  });

  it('has the column sums of the scikit-learn copy', () => {
    const expected = [876.5, 458.6, 563.7, 179.9];
    for (const [column, sum] of expected.entries()) {
      const values = iris.rows.map((row) => row[column] ?? Number.NaN);
      expect(values.reduce((a, b) => a + b)).toBeCloseTo(sum, 9);
    }
  });

  it("has Fisher's values where the UCI copy differs", () => {
    expect(iris.rows[34]).toEqual([4.9, 3.1, 1.5, 0.2]);
    expect(iris.rows[37]).toEqual([4.9, 3.6, 1.4, 0.1]);
  });
});
