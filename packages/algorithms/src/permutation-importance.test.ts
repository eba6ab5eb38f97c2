import { describe, expect, it } from 'vitest';
import { growTree, predict } from './decision-tree.ts';
import { iris } from './iris.ts';
import { permutationImportance } from './permutation-importance.ts';

const { rows, labels } = iris;
const tree = growTree(rows, labels, { maxDepth: 3 });
const classify = (some: readonly (readonly number[])[]) => predict(tree, some);

/** The mean over all ways to give row i the value of row j. */
function exactLoss(feature: number): number {
  let right = 0;
  for (const [i, row] of rows.entries()) {
    const changed = rows.map((other) => row.with(feature, other[feature] ?? 0));
    right += classify(changed).filter((label) => label === labels[i]).length;
  }
  const before = classify(rows).filter((label, i) => label === labels[i]);
  return before.length / rows.length - right / rows.length ** 2;
}

describe('permutationImportance', () => {
  it('is on average the loss over all pairs of rows', () => {
    const found = permutationImportance(classify, rows, labels, {
      repeats: 40,
    });
    for (const { feature, mean, deviation } of found) {
      const error = Math.abs(mean - exactLoss(feature));
      expect(error).toBeLessThanOrEqual((4 * deviation) / Math.sqrt(40));
    }
  });

  it('is exactly 0 for features that the tree does not use', () => {
    const [length, width] = permutationImportance(classify, rows, labels);
    expect(length).toEqual({ feature: 0, mean: 0, deviation: 0 });
    expect(width).toEqual({ feature: 1, mean: 0, deviation: 0 });
  });

  it('is 0 for a copy that the tree did not need', () => {
    const doubled = rows.map((row) => [...row, row[2] ?? 0, row[3] ?? 0]);
    const twin = growTree(doubled, labels, { maxDepth: 3 });
    const found = permutationImportance(
      (some) => predict(twin, some),
      doubled,
      labels,
    );
    expect(found.map(({ mean }) => mean > 0)).toEqual([
      false,
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('leaves the rows alone and repeats itself', () => {
    const copy = structuredClone(rows);
    const first = permutationImportance(classify, rows, labels);
    expect(permutationImportance(classify, rows, labels)).toEqual(first);
    expect(rows).toEqual(copy);
  });

  it('refuses labels that do not fit', () => {
    expect(() => permutationImportance(classify, rows, [0])).toThrow(
      'labels must be a list of 150 labels',
    );
  });
});
