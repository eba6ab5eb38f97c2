import { growSorted } from './decision-tree-loop.ts';
import { findSplit } from './decision-tree-scan.ts';
import type { FlatMatrix } from './flat-matrix.ts';
import type { Matrix } from './matrix.ts';
import { divideSorted, presort } from './presorted.ts';
import type { Tree } from './tree.ts';
import type { TreeOptions } from './tree-options.ts';

/**
 * `growTree` with the same tree, to the last bit, in O(n d) for each level
 * after one sorting of each feature in O(n d log n). The sorted order is kept
 * from level to level: dividing a sorted list in two leaves two sorted lists.
 *
 * Method: Mehta, Agrawal and Rissanen, "SLIQ: A fast scalable classifier for
 * data mining", EDBT 1996, pp. 18–32, whose idea is sorting once.
 *
 * @throws RangeError at the call, if an argument is not as described
 */
export function growTreeFast(
  rows: Matrix | FlatMatrix,
  labels: readonly number[],
  options: TreeOptions = {},
): Tree {
  const edition = { presort, findSplit, divide: divideSorted };
  return growSorted(rows, labels, options, edition);
}
