import { refuse } from './validate.ts';

/** A decision tree: a leaf, or a question with a tree for each answer. */
export type Tree = Leaf | Branch;

export interface Node {
  /** Training rows of each class that reach this node. */
  counts: number[];
  impurity: number;
}

export interface Leaf extends Node {
  kind: 'leaf';
}

/** Is row[feature] <= threshold? */
export interface Question {
  feature: number;
  threshold: number;
}

export interface Branch extends Node, Question {
  kind: 'branch';
  /** By how much the question lowers the impurity of this node. */
  gain: number;
  /** The tree for the answer yes. */
  left: Tree;
  /** The tree for the answer no. */
  right: Tree;
}

/** The leaf that a row of feature values reaches. */
export function leafFor(row: readonly number[], tree: Tree): Leaf {
  if (tree.kind === 'leaf') return tree;
  return leafFor(row, goesLeft(row, tree) ? tree.left : tree.right);
}

/** Whether the row answers yes to the question. */
export function goesLeft(
  row: readonly number[],
  { feature, threshold }: Question,
): boolean {
  const value = row[feature];
  if (value === undefined) {
    refuse('each row', `a list of at least ${feature + 1} numbers`, row);
  }
  return value <= threshold;
}
