import {
  classCountOf,
  countLabels,
  impurityOf,
} from '@runnable-guide/algorithms/impurity';
import { lastOf, zipWith } from '@runnable-guide/algorithms/lists';
import type { Matrix } from '@runnable-guide/algorithms/matrix';
import type { Part } from '@runnable-guide/algorithms/part';
import {
  candidateSplits,
  type Split,
  type SplitOptions,
} from '@runnable-guide/algorithms/splits';
import {
  goesLeft,
  type Leaf,
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

/** (n² − Σ count²) / n², which divides only once. */
export function gini(labels: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const all = labels.length ** 2;
  let same = 0;
  for (const count of counts.values()) same += count * count;
  return all === 0 ? 0 : (all - same) / all;
}

export function bestSplit(
  rows: Matrix,
  labels: readonly number[],
  options: SplitOptions = {},
): Split | null {
  return candidateSplits(rows, labels, options).reduce<Split | null>(
    (best, split) =>
      best !== null && split.gain <= best.gain + roundingError ? best : split,
    null,
  );
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
  const leaf = makeLeaf(all, rules);
  yield leaf;
  yield* growBelow(leaf, all, rules.maxDepth, rules);
}

/** Counts the questions that are still allowed down to 0. */
function* growBelow(
  leaf: Leaf,
  { rows, labels }: Part,
  questionsLeft: number,
  rules: Rules,
): Generator<Tree, void> {
  if (questionsLeft === 0 || rows.length < rules.minSamplesSplit) return;
  const split = bestSplit(rows, labels, rules);
  if (split === null) return;
  if (split.gain <= rules.minImpurityDecrease + roundingError) return;

  const left: Part = { rows: [], labels: [] };
  const right: Part = { rows: [], labels: [] };
  const pairs = zipWith(rows, labels, (row, label) => ({ row, label }));
  for (const { row, label } of pairs) {
    const side = goesLeft(row, split) ? left : right;
    (side.rows as Matrix[number][]).push(row);
    (side.labels as number[]).push(label);
  }
  let tree: Tree = {
    ...leaf,
    kind: 'branch',
    feature: split.feature,
    threshold: split.threshold,
    gain: split.gain,
    left: makeLeaf(left, rules),
    right: makeLeaf(right, rules),
  };
  yield tree;
  for (const side of ['left', 'right'] as const) {
    const part = side === 'left' ? left : right;
    const start = makeLeaf(part, rules);
    for (const grown of growBelow(start, part, questionsLeft - 1, rules)) {
      tree = { ...tree, [side]: grown };
      yield tree;
    }
  }
}

function makeLeaf({ labels }: Part, rules: Rules): Leaf {
  const counts = countLabels(labels, rules.classCount);
  return {
    kind: 'leaf',
    counts,
    impurity: impurityOf[rules.criterion](counts),
  };
}

export function predictProbabilities(tree: Tree, rows: Matrix): number[][] {
  checkMatrix('rows', rows);
  const shares = (row: Matrix[number], node: Tree): number[] => {
    if (node.kind === 'branch') {
      return shares(row, goesLeft(row, node) ? node.left : node.right);
    }
    const total = node.counts.reduce((a, b) => a + b);
    return Array.from(Float64Array.from(node.counts), (n) => n / total);
  };
  return rows.map((row) => shares(row, tree));
}

export function predict(tree: Tree, rows: Matrix): number[] {
  return predictProbabilities(tree, rows).map((shares) =>
    shares.reduce((best, p, i) => (p > (shares[best] ?? 0) ? i : best), 0),
  );
}
