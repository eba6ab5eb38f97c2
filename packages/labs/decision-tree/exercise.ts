import {
  classCountOf,
  countLabels,
  impurityOf,
} from '@runnable-guide/algorithms/impurity';
import { argMax, lastOf, sum } from '@runnable-guide/algorithms/lists';
import type { Matrix } from '@runnable-guide/algorithms/matrix';
import { divide, type Part } from '@runnable-guide/algorithms/part';
import {
  candidateSplits,
  type Split,
  type SplitOptions,
} from '@runnable-guide/algorithms/splits';
import { type Leaf, leafFor, type Tree } from '@runnable-guide/algorithms/tree';
import {
  completeOptions,
  type TreeOptions,
} from '@runnable-guide/algorithms/tree-options';
import { checkLabels, checkMatrix } from '@runnable-guide/algorithms/validate';

export { entropy } from '@runnable-guide/algorithms/impurity';
export type { Split, SplitOptions, Tree, TreeOptions };

/**
 * Gini impurity of class labels, 1 − Σ p², with p the share of each class; 0
 * for no labels. `countLabels(labels)` counts the classes.
 */
export function gini(labels: readonly number[]): number {
  return yourTurn('1 − Σ p²', labels, countLabels, sum);
}

// Gains closer than this are equal: 4/9 − 4/9 need not be 0 in floats.
const roundingError = 1e-12;

/**
 * The split with the largest gain, which may be 0; null if there is none.
 * On a tie the lowest feature wins, then the lowest threshold.
 *
 * `candidateSplits` lists all splits in that order. Count gains as equal that
 * differ by less than `roundingError`.
 */
export function bestSplit(
  rows: Matrix,
  labels: readonly number[],
  options: SplitOptions = {},
): Split | null {
  return yourTurn(
    'find the candidate with the largest gain',
    candidateSplits(rows, labels, options),
    roundingError,
  );
}

/**
 * Grows a classification tree from rows (n × d finite numbers) with one class
 * label each (an integer from 0). Yields the whole tree before the first and
 * after each split, depth first.
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

/**
 * Yields the subtree that replaces a leaf, after each split inside it; yields
 * nothing if the leaf stays one.
 *
 * Stop at `maxDepth`, or if `worthySplit` finds nothing. Otherwise `divide` the
 * part, make a branch with two leaves, yield it, and grow both sides: each
 * time a side yields a larger version of itself, yield the whole branch again.
 */
function* growBelow(
  part: Part,
  depth: number,
  rules: Rules,
): Generator<Tree, void> {
  yield yourTurn(
    'split the part and grow both sides',
    { part, depth, rules },
    worthySplit,
    divide,
    makeLeaf,
    growBelow,
  );
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
  // `leafFor(row, tree)` goes down the tree.
  return yourTurn('turn the counts of the leaf into shares', tree, leafFor);
}

/** For each row the most frequent class of its leaf, the lowest on a tie. */
export function predict(tree: Tree, rows: Matrix): number[] {
  return predictProbabilities(tree, rows).map((shares) => argMax(shares));
}

/** Stands where your code goes; the arguments after the task may help. */
function yourTurn(task: string, ..._ingredients: unknown[]): never {
  throw new Error(`Your turn: ${task}`);
}
