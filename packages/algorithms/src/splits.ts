import { type Criterion, countLabels, impurityOf } from './impurity.ts';
import { at, sum, zipWith } from './lists.ts';
import type { Matrix } from './matrix.ts';
import type { Question } from './tree.ts';
import {
  checkInteger,
  checkLabels,
  checkMatrix,
  checkOneOf,
} from './validate.ts';

export interface SplitOptions {
  /** Default: 'gini'. */
  criterion?: Criterion;
  /** Rows that each side keeps at least. Default: 1. */
  minSamplesLeaf?: number;
}

/** A question and what it achieves. */
export interface Split extends Question {
  /** Impurity before, minus the mean impurity of the sides by their size. */
  gain: number;
  /** The rows that answer yes. */
  left: Side;
  /** The rows that answer no. */
  right: Side;
}

export interface Side {
  /** Rows of each class. */
  counts: number[];
  impurity: number;
}

/**
 * Every split of the rows (n × d finite numbers, one label each) in two: for
 * each feature the midpoints between neighbouring different values, in rising
 * order. Sorting once per feature and moving one row at a time from right to
 * left makes this O(d n (log n + K)) for K classes.
 *
 * @throws RangeError if an argument is not as described
 */
export function candidateSplits(
  rows: Matrix,
  labels: readonly number[],
  { criterion = 'gini', minSamplesLeaf = 1 }: SplitOptions = {},
): Split[] {
  checkMatrix('rows', rows);
  checkLabels('labels', labels, rows.length);
  checkOneOf('criterion', criterion, Object.keys(impurityOf));
  checkInteger('minSamplesLeaf', minSamplesLeaf, 1);
  const impurity = impurityOf[criterion];
  const counts = countLabels(labels);
  const splits: Split[] = [];

  for (const feature of at(rows, 0).keys()) {
    const sorted = zipWith(rows, labels, (row, label) => {
      return { value: at(row, feature), label };
    }).sort((a, b) => a.value - b.value);
    const leftCounts = counts.map(() => 0);

    for (const [index, { value, label }] of sorted.slice(0, -1).entries()) {
      leftCounts[label] = at(leftCounts, label) + 1;
      const next = at(sorted, index + 1).value;
      const leftSize = index + 1;
      const smallerSize = Math.min(leftSize, rows.length - leftSize);
      if (value === next || smallerSize < minSamplesLeaf) continue;

      const rightCounts = zipWith(
        counts,
        leftCounts,
        (all, left) => all - left,
      );
      const left = { counts: [...leftCounts], impurity: impurity(leftCounts) };
      const right = { counts: rightCounts, impurity: impurity(rightCounts) };
      const gain = impurity(counts) - meanImpurity(left, right);
      const threshold = midpoint(value, next);
      splits.push({ feature, threshold, gain, left, right });
    }
  }
  return splits;
}

function meanImpurity(left: Side, right: Side): number {
  const leftSize = sum(left.counts);
  const rightSize = sum(right.counts);
  const total = leftSize * left.impurity + rightSize * right.impurity;
  return total / (leftSize + rightSize);
}

/** Between low and high, and below high even if they are adjacent floats. */
export function midpoint(low: number, high: number): number {
  const middle = low / 2 + high / 2;
  return middle < high ? middle : low;
}
