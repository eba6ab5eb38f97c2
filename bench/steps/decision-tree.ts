import {
  type Found,
  type Growth,
  growSorted,
  type TreeEdition,
} from '@runnable-guide/algorithms/decision-tree-loop';
import { findSplit } from '@runnable-guide/algorithms/decision-tree-scan';
import type { FlatMatrix } from '@runnable-guide/algorithms/flat-matrix';
import { type Presorted, presort } from '@runnable-guide/algorithms/presorted';
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
  'no objects': edition({
    presort: presortNothing,
    findSplit: sortAndFindSplit,
    divide: divideByBranch,
  }),
  'sorted once': edition({
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

/** The rows as they come, for each feature. */
function presortNothing({ rows, columns, values }: FlatMatrix): Presorted {
  const features = Array.from({ length: columns }, (_, feature) => feature);
  return {
    order: features.map(() => Uint32Array.from({ length: rows }, (_, i) => i)),
    columns: features.map((feature) =>
      Float64Array.from({ length: rows }, (_, row) => {
        return values[row * columns + feature] as number;
      }),
    ),
  };
}

/** Sorts the numbers of the rows with a comparison function. */
function presortByComparing(matrix: FlatMatrix): Presorted {
  const table = presortNothing(matrix);
  for (const [feature, column] of table.columns.entries()) {
    table.order[feature]?.sort(byValueIn(column));
  }
  return table;
}

/** Sorts every feature again in every node, as `bestSplit` does. */
function sortAndFindSplit(
  growth: Growth,
  start: number,
  end: number,
  counts: number[],
): Found | null {
  const { columns, order } = growth.table;
  const sorted = columns.map((column, feature) => {
    const rows = order[feature] as Uint32Array;
    return rows.slice(start, end).sort(byValueIn(column));
  });
  const table = { columns, order: sorted };
  return findSplit({ ...growth, table }, 0, end - start, counts);
}

const byValueIn = (column: Float64Array) => (a: number, b: number) =>
  (column[a] as number) - (column[b] as number);

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
