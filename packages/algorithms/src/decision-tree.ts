import { classCountOf, countLabels, impurityOf } from './impurity.ts';
import { argMax, lastOf, sum } from './lists.ts';
import type { Matrix } from './matrix.ts';
import { divide, type Part } from './part.ts';
import { candidateSplits, type Split, type SplitOptions } from './splits.ts';
import { type Leaf, leafFor, type Tree } from './tree.ts';
import { completeOptions, type TreeOptions } from './tree-options.ts';
import { checkLabels, checkMatrix } from './validate.ts';

export { entropy, gini } from './impurity.ts';
export type { Split, SplitOptions, Tree, TreeOptions };

// Gains closer than this are equal: 4/9 − 4/9 need not be 0 in floats.
const roundingError = 1e-12;

/**
 * The split with the largest gain, which may be 0; null if there is none.
 * On a tie the lowest feature wins, then the lowest threshold.
 */
export function bestSplit(
  rows: Matrix,
  labels: readonly number[],
  options: SplitOptions = {},
): Split | null {
  let best: Split | null = null;
  for (const split of candidateSplits(rows, labels, options)) {
    if (best === null || split.gain > best.gain + roundingError) best = split;
  }
  return best;
}

/**
 * Grows a classification tree from rows (n × d finite numbers) with one class
 * label each (an integer from 0). Yields the whole tree before the first and
 * after each split, depth first.
 *
 * Each node takes the split that is best for itself alone. Two splits that
 * only pay off together, as in XOR, are therefore not found.
 *
 * Method: CART. Breiman, Friedman, Olshen and Stone, "Classification and
 * regression trees", 1984, chapters 2 and 4; without pruning.
 *
 * @throws RangeError at the call, if an argument is not as described
 */
export function growTreeSteps(
  rows: Matrix,
  labels: readonly number[],
  options: TreeOptions = {},
): Generator<Tree, void> {
  checkMatrix('rows', rows);
  checkLabels('labels', labels, rows.length);
  const classCount = classCountOf(labels);
  const rules = { ...completeOptions(options), classCount };
  return growFromRoot({ rows, labels }, rules);
}

/** Runs `growTreeSteps` to its end. Same arguments, same errors. */
export function growTree(
  rows: Matrix,
  labels: readonly number[],
  options: TreeOptions = {},
): Tree {
  return lastOf(growTreeSteps(rows, labels, options));
}

type Rules = Required<TreeOptions> & { classCount: number };

function* growFromRoot(all: Part, rules: Rules): Generator<Tree, void> {
  yield makeLeaf(all, rules);
  yield* growBelow(all, 0, rules);
}

/** Yields the subtree that replaces a leaf, after each split inside it. */
function* growBelow(
  part: Part,
  depth: number,
  rules: Rules,
): Generator<Tree, void> {
  const split = depth < rules.maxDepth ? worthySplit(part, rules) : null;
  if (split === null) return;
  const sides = divide(part, split);
  let left: Tree = makeLeaf(sides.left, rules);
  let right: Tree = makeLeaf(sides.right, rules);
  const { counts, impurity } = makeLeaf(part, rules);
  const { feature, threshold, gain } = split;
  const node = { counts, impurity, feature, threshold, gain };
  const grown = (): Tree => ({ kind: 'branch', ...node, left, right });
  yield grown();
  for (left of growBelow(sides.left, depth + 1, rules)) yield grown();
  for (right of growBelow(sides.right, depth + 1, rules)) yield grown();
}

function worthySplit({ rows, labels }: Part, rules: Rules): Split | null {
  if (rows.length < rules.minSamplesSplit) return null;
  const split = bestSplit(rows, labels, rules);
  const enough = rules.minImpurityDecrease + roundingError;
  return split !== null && split.gain > enough ? split : null;
}

function makeLeaf({ labels }: Part, rules: Rules): Leaf {
  const counts = countLabels(labels, rules.classCount);
  const impurity = impurityOf[rules.criterion](counts);
  return { kind: 'leaf', counts, impurity };
}

/** For each row the share of each class in the leaf that the row reaches. */
export function predictProbabilities(tree: Tree, rows: Matrix): number[][] {
  checkMatrix('rows', rows);
  return rows.map((row) => {
    const { counts } = leafFor(row, tree);
    return counts.map((count) => count / sum(counts));
  });
}

/** For each row the most frequent class of its leaf, the lowest on a tie. */
export function predict(tree: Tree, rows: Matrix): number[] {
  return predictProbabilities(tree, rows).map((shares) => argMax(shares));
}
