import {
  type Found,
  type Growth,
  roundingError,
} from './decision-tree-loop.ts';
import { impurityIn } from './flat-impurity.ts';
import { impurityOf } from './impurity.ts';
import { midpoint } from './splits.ts';

/** The first split of the largest gain, as `bestSplit` finds it. */
export function findSplit(
  { table, labels, criterion, minSamplesLeaf }: Growth,
  start: number,
  end: number,
  counts: number[],
): Found | null {
  const size = end - start;
  const before = impurityOf[criterion](counts);
  const measure = impurityIn[criterion];
  const left = new Float64Array(counts.length);
  const right = new Float64Array(counts.length);
  let best: Found | null = null;
  let toBeat = Number.NEGATIVE_INFINITY;
  for (const [feature, column] of table.columns.entries()) {
    const order = table.order[feature] as Uint32Array;
    left.fill(0);
    right.set(counts);
    let row = order[start] as number;
    let value = column[row] as number;
    for (let leftSize = 1; leftSize < size; leftSize++) {
      const label = labels[row] as number;
      left[label] = (left[label] as number) + 1;
      right[label] = (right[label] as number) - 1;
      const low = value;
      row = order[start + leftSize] as number;
      value = column[row] as number;
      const rightSize = size - leftSize;
      if (low === value) continue;
      if (leftSize < minSamplesLeaf || rightSize < minSamplesLeaf) continue;
      const total =
        leftSize * measure(left, leftSize) +
        rightSize * measure(right, rightSize);
      const gain = before - total / size;
      if (gain <= toBeat) continue;
      best = { feature, threshold: midpoint(low, value), gain };
      toBeat = gain + roundingError;
    }
  }
  return best;
}
