import {
  classCountOf,
  countLabels,
  impurityOf,
} from '@runnable-guide/algorithms/impurity';
import { argMax, at, lastOf } from '@runnable-guide/algorithms/lists';
import type { Matrix } from '@runnable-guide/algorithms/matrix';
import { divide, type Part } from '@runnable-guide/algorithms/part';
import {
  candidateSplits,
  type Split,
  type SplitOptions,
} from '@runnable-guide/algorithms/splits';
import {
  type Branch,
  type Leaf,
  leafFor,
  type Tree,
} from '@runnable-guide/algorithms/tree';
import {
  completeOptions,
  type TreeOptions,
} from '@runnable-guide/algorithms/tree-options';
import { checkLabels, checkMatrix } from '@runnable-guide/algorithms/validate';

export { entropy } from '@runnable-guide/algorithms/impurity';
export type { Split, SplitOptions, Tree, TreeOptions };

const roundingError = 1e-12;

/** Σ p (1 − p) */
export function gini(labels: readonly number[]): number {
  let total = 0;
  for (const count of countLabels(labels)) {
    const share = count / labels.length;
    total += share * (1 - share);
  }
  return total;
}

export function bestSplit(
  rows: Matrix,
  labels: readonly number[],
  options: SplitOptions = {},
): Split | null {
  const splits = candidateSplits(rows, labels, options);
  if (splits.length === 0) return null;
  const largest = Math.max(...splits.map(({ gain }) => gain));
  const best = splits.find(({ gain }) => gain >= largest - roundingError);
  return best ?? null;
}

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

export function growTree(
  rows: Matrix,
  labels: readonly number[],
  options: TreeOptions = {},
): Tree {
  return lastOf(growTreeSteps(rows, labels, options));
}

type Rules = Required<TreeOptions> & { classCount: number };

interface OpenLeaf {
  part: Part;
  depth: number;
  /** Puts a tree in the place of the leaf. */
  put: (tree: Tree) => void;
}

/** The leaves that may still be split wait on a stack, the left one on top. */
function* growFromRoot(all: Part, rules: Rules): Generator<Tree, void> {
  let root: Tree = makeLeaf(all, rules);
  yield root;
  const setRoot = (tree: Tree) => {
    root = tree;
  };
  const open: OpenLeaf[] = [{ part: all, depth: 0, put: setRoot }];
  while (open.length > 0) {
    const { part, depth, put } = at(open, -1);
    open.pop();
    if (depth >= rules.maxDepth) continue;
    const split = worthySplit(part, rules);
    if (split === null) continue;
    const { left, right } = divide(part, split);
    const { counts, impurity } = makeLeaf(part, rules);
    const branch: Branch = {
      kind: 'branch',
      counts,
      impurity,
      feature: split.feature,
      threshold: split.threshold,
      gain: split.gain,
      left: makeLeaf(left, rules),
      right: makeLeaf(right, rules),
    };
    put(branch);
    yield JSON.parse(JSON.stringify(root));
    open.push({
      part: right,
      depth: depth + 1,
      put: (tree) => {
        branch.right = tree;
      },
    });
    open.push({
      part: left,
      depth: depth + 1,
      put: (tree) => {
        branch.left = tree;
      },
    });
  }
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

export function predictProbabilities(tree: Tree, rows: Matrix): number[][] {
  checkMatrix('rows', rows);
  const shares: number[][] = [];
  for (const row of rows) {
    const { counts } = leafFor(row, tree);
    let total = 0;
    for (const count of counts) total += count;
    shares.push(counts.map((count) => count * (1 / total)));
  }
  return shares;
}

export function predict(tree: Tree, rows: Matrix): number[] {
  return predictProbabilities(tree, rows).map((shares) => argMax(shares));
}
