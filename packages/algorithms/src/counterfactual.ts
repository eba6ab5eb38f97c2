import { argMax, at } from './lists.ts';
import type { Tree } from './tree.ts';
import {
  checkInteger,
  checkMatrix,
  checkPositive,
  refuse,
} from './validate.ts';

export interface Counterfactual {
  /** The nearest row that the tree gives the other class. */
  row: number[];
  /** Sum of the absolute changes. */
  distance: number;
}

/** For each feature the values that lead to one leaf: low < value <= high. */
type Box = readonly { low: number; high: number }[];

/**
 * The smallest change to a row that makes a decision tree answer `wanted`:
 * "had the petal been 0.3 cm longer …". Each leaf is a box of values, so
 * moving the row to the nearest point of each box finds the best exactly.
 * A value that must exceed a threshold does so by `step`. Null if no leaf
 * answers `wanted`.
 *
 * Idea: Wachter, Mittelstadt and Russell, "Counterfactual explanations
 * without opening the black box", Harvard Journal of Law and Technology 31
 * (2018), pp. 841–887; with the L1 distance, which changes few features.
 *
 * @param step the precision of the values, such as 0.1 for mm in cm
 * @throws RangeError if an argument is not as described
 */
export function counterfactual(
  tree: Tree,
  row: readonly number[],
  wanted: number,
  step: number,
): Counterfactual | null {
  checkMatrix('row', [row]);
  checkInteger('wanted', wanted, 0);
  checkPositive('step', step);
  const everywhere = row.map(() => ({ low: -Infinity, high: Infinity }));
  let best: Counterfactual | null = null;
  for (const box of boxesOf(tree, wanted, everywhere)) {
    const moved = row.map((value, index) => {
      const { low, high } = at(box, index);
      if (value > high) return high;
      return value > low ? value : Math.min(low + step, high);
    });
    const distance = moved.reduce((total, value, index) => {
      return total + Math.abs(value - at(row, index));
    }, 0);
    if (best === null || distance < best.distance) {
      best = { row: moved, distance };
    }
  }
  return best;
}

function boxesOf(tree: Tree, wanted: number, box: Box): Box[] {
  if (tree.kind === 'leaf') return argMax(tree.counts) === wanted ? [box] : [];
  const { feature, threshold } = tree;
  const side = box[feature];
  if (side === undefined) {
    refuse('row', `a list of at least ${feature + 1} numbers`, box);
  }
  const left = { ...side, high: Math.min(side.high, threshold) };
  const right = { ...side, low: Math.max(side.low, threshold) };
  return [
    ...boxesOf(tree.left, wanted, box.with(feature, left)),
    ...boxesOf(tree.right, wanted, box.with(feature, right)),
  ];
}
