import {
  type Criterion,
  classCountOf,
  countLabels,
  impurityOf,
} from '@runnable-guide/algorithms/impurity';
import { argMax, at, lastOf, sum } from '@runnable-guide/algorithms/lists';
import type { Matrix } from '@runnable-guide/algorithms/matrix';
import { divide, type Part } from '@runnable-guide/algorithms/part';
import type { Split, SplitOptions } from '@runnable-guide/algorithms/splits';
import type { Leaf, Tree } from '@runnable-guide/algorithms/tree';
import {
  completeOptions,
  type TreeOptions,
} from '@runnable-guide/algorithms/tree-options';
import { checkLabels, checkMatrix } from '@runnable-guide/algorithms/validate';

export { entropy } from '@runnable-guide/algorithms/impurity';
export type { Split, SplitOptions, Tree, TreeOptions };

const roundingError = 1e-12;

/** The share of ordered pairs of labels that differ. */
export function gini(labels: readonly number[]): number {
  if (labels.length === 0) return 0;
  const pairs = labels.flatMap((a) => labels.filter((b) => a !== b));
  return pairs.length / labels.length ** 2;
}

/** Divides the rows anew at every midpoint: O(d n²), with no sums kept. */
export function bestSplit(
  rows: Matrix,
  labels: readonly number[],
  { criterion = 'gini', minSamplesLeaf = 1 }: SplitOptions = {},
): Split | null {
  const before = impurityOf[criterion](countLabels(labels));
  let best: Split | null = null;
  for (const feature of at(rows, 0).keys()) {
    const column = new Set(rows.map((row) => at(row, feature)));
    const values = Float64Array.from(column).sort();
    for (let i = 1; i < values.length; i++) {
      const threshold = ((values[i - 1] ?? 0) + (values[i] ?? 0)) / 2;
      const sides = divide({ rows, labels }, { feature, threshold });
      const sizes = [sides.left.rows.length, sides.right.rows.length];
      if (Math.min(...sizes) < minSamplesLeaf) continue;
      const classCount = classCountOf(labels);
      const left = measure(sides.left, criterion, classCount);
      const right = measure(sides.right, criterion, classCount);
      const after =
        at(sizes, 0) * left.impurity + at(sizes, 1) * right.impurity;
      const gain = before - after / rows.length;
      if (best !== null && gain - best.gain < roundingError) continue;
      best = { feature, threshold, gain, left, right };
    }
  }
  return best;
}

function measure({ labels }: Part, criterion: Criterion, classCount: number) {
  const counts = countLabels(labels, classCount);
  return { counts, impurity: impurityOf[criterion](counts) };
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

function* growFromRoot(all: Part, rules: Rules): Generator<Tree, void> {
  yield* growBelow(all, 0, rules);
}

/** Every state of the subtree, the leaf included. */
function* growBelow(
  part: Part,
  depth: number,
  rules: Rules,
): Generator<Tree, void> {
  const leaf = makeLeaf(part, rules);
  yield leaf;
  if (depth === rules.maxDepth) return;
  const split = worthySplit(part, rules);
  if (split === null) return;
  const sides = divide(part, split);
  const [first, ...lefts] = growBelow(sides.left, depth + 1, rules);
  const rights = [...growBelow(sides.right, depth + 1, rules)];
  const { feature, threshold, gain } = split;
  const node = { ...leaf, kind: 'branch', feature, threshold, gain } as const;
  let left = first ?? makeLeaf(sides.left, rules);
  let right = at(rights, 0);
  yield { ...node, left, right };
  for (left of lefts) yield { ...node, left, right };
  for (right of rights.slice(1)) yield { ...node, left, right };
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
  return rows.map((row) => {
    let node = tree;
    while (node.kind === 'branch') {
      const answer = at(row, node.feature) <= node.threshold;
      node = answer ? node.left : node.right;
    }
    const total = sum(node.counts);
    return node.counts.map((count) => count / total);
  });
}

export function predict(tree: Tree, rows: Matrix): number[] {
  return predictProbabilities(tree, rows).map((shares) => argMax(shares));
}
