import {
  type Found,
  type Growth,
  growSorted,
  roundingError,
  type TreeEdition,
} from '@runnable-guide/algorithms/decision-tree-loop';
import { findSplit } from '@runnable-guide/algorithms/decision-tree-scan';
import type { FlatMatrix } from '@runnable-guide/algorithms/flat-matrix';
import { impurityOf } from '@runnable-guide/algorithms/impurity';
import { sum, zipWith } from '@runnable-guide/algorithms/lists';
import { type Presorted, presort } from '@runnable-guide/algorithms/presorted';
import { midpoint } from '@runnable-guide/algorithms/splits';
import type { Tree } from '@runnable-guide/algorithms/tree';
import type { TreeOptions } from '@runnable-guide/algorithms/tree-options';

type Grow = (
  table: FlatMatrix,
  labels: readonly number[],
  options: TreeOptions,
) => Tree;

const edition =
  (parts: TreeEdition): Grow =>
  (table, labels, options) =>
    growSorted(table, labels, options, parts);

/** The steps between `growTree` and `growTreeFast`, each on the one before. */
export const treeSteps = {
  'sorted once': edition({
    presort: presortByComparing,
    findSplit: findSplitWithObjects,
    divide: divideByBranch,
  }),
  'no objects': edition({
    presort: presortByComparing,
    findSplit,
    divide: divideByBranch,
  }),
  'numbers sorted, not rows': edition({
    presort,
    findSplit,
    divide: divideByBranch,
  }),
};

/** Sorts the numbers of the rows with a comparison function. */
function presortByComparing({ rows, columns, values }: FlatMatrix): Presorted {
  const table: Presorted = { order: [], columns: [] };
  for (let feature = 0; feature < columns; feature++) {
    const column = Float64Array.from({ length: rows }, (_, row) => {
      return values[row * columns + feature] as number;
    });
    const order = Uint32Array.from({ length: rows }, (_, row) => row);
    order.sort((a, b) => (column[a] as number) - (column[b] as number));
    table.columns.push(column);
    table.order.push(order);
  }
  return table;
}

/** Keeps every candidate with the counts of its sides, as `bestSplit` does. */
function findSplitWithObjects(
  { table, labels, criterion, minSamplesLeaf }: Growth,
  start: number,
  end: number,
  counts: number[],
): Found | null {
  const impurity = impurityOf[criterion];
  const candidates = table.order.flatMap((order, feature) => {
    const column = table.columns[feature] as Float64Array;
    const leftCounts = counts.map(() => 0);
    const splits = [];
    for (let i = start; i < end - 1; i++) {
      const row = order[i] as number;
      const label = labels[row] as number;
      leftCounts[label] = (leftCounts[label] as number) + 1;
      const value = column[row] as number;
      const next = column[order[i + 1] as number] as number;
      const leftSize = i + 1 - start;
      const rightSize = end - i - 1;
      if (value === next) continue;
      if (Math.min(leftSize, rightSize) < minSamplesLeaf) continue;
      const rightCounts = zipWith(counts, leftCounts, (a, b) => a - b);
      const left = { counts: [...leftCounts], impurity: impurity(leftCounts) };
      const right = { counts: rightCounts, impurity: impurity(rightCounts) };
      const total =
        sum(left.counts) * left.impurity + sum(right.counts) * right.impurity;
      const gain = impurity(counts) - total / (end - start);
      splits.push({
        feature,
        threshold: midpoint(value, next),
        gain,
        left,
        right,
      });
    }
    return splits;
  });
  let best = candidates[0];
  for (const split of candidates) {
    if (best === undefined || split.gain > best.gain + roundingError)
      best = split;
  }
  if (best === undefined) return null;
  const { feature, threshold, gain } = best;
  return { feature, threshold, gain };
}

/** Asks of every row to which side it goes. */
function divideByBranch(
  { order }: Presorted,
  start: number,
  end: number,
  marks: Uint8Array,
): void {
  const rest = new Uint32Array(end - start);
  for (const rows of order) {
    let left = start;
    let right = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i] as number;
      if (marks[row] === 1) rows[left++] = row;
      else rest[right++] = row;
    }
    rows.set(rest.subarray(0, right), left);
  }
}
