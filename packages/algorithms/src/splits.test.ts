import { describe, expect, it } from 'vitest';
import { bestSplit } from './decision-tree.ts';
import { iris } from './iris.ts';
import { createRandom } from './random.ts';
import { candidateSplits } from './splits.ts';

describe('candidateSplits', () => {
  it('are the midpoints between different values, feature by feature', () => {
    const rows = [
      [3, 7],
      [1, 7],
      [3, 9],
      [2, 7],
    ];
    const splits = candidateSplits(rows, [1, 0, 1, 0]);
    expect(splits.map((split) => [split.feature, split.threshold])).toEqual([
      [0, 1.5],
      [0, 2.5],
      [1, 8],
    ]);
    expect(splits.map((split) => split.left.counts)).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
    ]);
    // 1/2 − 3/4 · 4/9, then 1/2 − 0, then 1/2 − 3/4 · 4/9.
    expect(splits[0]?.gain).toBeCloseTo(1 / 6, 14);
    expect(splits[1]?.gain).toBeCloseTo(1 / 2, 14);
    expect(splits[2]?.gain).toBeCloseTo(1 / 6, 14);
  });

  it('leave minSamplesLeaf rows on each side', () => {
    const rows = [[1], [2], [3], [4], [5]];
    const options = { minSamplesLeaf: 2 };
    const splits = candidateSplits(rows, [0, 1, 0, 1, 0], options);
    expect(splits.map((split) => split.threshold)).toEqual([2.5, 3.5]);
    expect(
      candidateSplits(rows, [0, 1, 0, 1, 0], { minSamplesLeaf: 3 }),
    ).toEqual([]);
  });

  it('separate two neighbouring floating-point numbers', () => {
    // The exact middle of these two does not exist and rounds up to `high`.
    const low = 1 + Number.EPSILON;
    const high = 1 + 2 * Number.EPSILON;
    const [split] = candidateSplits([[low], [high]], [0, 1]);
    expect(split?.threshold).toBe(low);
  });

  it('have a finite threshold between very large numbers', () => {
    const [split] = candidateSplits([[1e308], [1.6e308]], [0, 1]);
    expect(split?.threshold).toBeGreaterThan(1e308);
    expect(split?.threshold).toBeLessThan(1.6e308);
  });
});

describe('bestSplit', () => {
  it('is petal length <= 2.45 on Iris and gains 1/3', () => {
    const split = bestSplit(iris.rows, iris.labels);
    expect(split?.feature).toBe(2);
    expect(split?.threshold).toBeCloseTo(2.45, 12);
    expect(split?.gain).toBeCloseTo(1 / 3, 14);
    expect(split?.left.counts).toEqual([50, 0, 0]);
    expect(split?.right.impurity).toBeCloseTo(1 / 2, 14);
  });

  it('gains log₂ 3 − 2/3 bits there by entropy', () => {
    const options = { criterion: 'entropy' } as const;
    const split = bestSplit(iris.rows, iris.labels, options);
    expect(split?.gain).toBeCloseTo(Math.log2(3) - 2 / 3, 14);
  });

  it('takes the lowest feature and threshold among equal gains', () => {
    const split = bestSplit(
      [
        [1, 5],
        [2, 6],
        [3, 7],
      ],
      [0, 1, 0],
    );
    expect([split?.feature, split?.threshold]).toEqual([0, 1.5]);
  });

  it('is null if all rows are alike', () => {
    expect(
      bestSplit(
        [
          [1, 2],
          [1, 2],
        ],
        [0, 1],
      ),
    ).toBe(null);
    expect(bestSplit([[1, 2]], [0])).toBe(null);
  });

  it('gains as much as the best of all thresholds tried one by one', () => {
    const random = createRandom(8);
    const digit = () => Math.floor(random() * 8);
    for (let trial = 0; trial < 40; trial++) {
      const rows = Array.from({ length: 15 }, () => [digit(), digit()]);
      const labels = rows.map(() => Math.floor(random() * 3));
      const gain = bestSplit(rows, labels)?.gain;
      expect(gain).toBeCloseTo(largestGain(rows, labels), 12);
    }
  });
});

function largestGain(rows: number[][], labels: number[]): number {
  const before = differingPairs(labels) / labels.length;
  const gains: number[] = [];
  for (const feature of [0, 1]) {
    for (const threshold of [0, 1, 2, 3, 4, 5, 6]) {
      const below = (i: number) => (rows[i]?.[feature] ?? 0) <= threshold;
      const left = labels.filter((_, i) => below(i));
      const right = labels.filter((_, i) => !below(i));
      if (left.length === 0 || right.length === 0) continue;
      const after =
        differingPairs(left) / left.length +
        differingPairs(right) / right.length;
      gains.push((before - after) / labels.length);
    }
  }
  return Math.max(...gains);
}

/** n² times the Gini impurity: ordered pairs of different labels. */
function differingPairs(labels: number[]): number {
  return labels.flatMap((a) => labels.filter((b) => a !== b)).length;
}
