import type { Tree } from './tree.ts';

export interface TreeNames {
  /** Default: 'feature 0', 'feature 1', … */
  featureNames?: readonly string[];
  /** Default: 'class 0', 'class 1', … */
  classNames?: readonly string[];
}

/** A tree in words, ready to be drawn. */
export interface TreeOutline {
  /** The question of a branch, or the most frequent class of a leaf. */
  label: string;
  /** The impurity. */
  detail: string;
  /** Training rows of each class. */
  counts: number[];
  /** First where the answer yes leads, then no; none below a leaf. */
  children: TreeOutline[];
  /** The answer that leads here. */
  branch?: 'yes' | 'no';
}

/** Puts a tree into words. Numbers are rounded to four digits. */
export function treeOutline(tree: Tree, names: TreeNames = {}): TreeOutline {
  const { counts } = tree;
  const detail = `impurity ${short(tree.impurity)}`;
  if (tree.kind === 'leaf') {
    const majority = counts.indexOf(Math.max(...counts));
    const label = names.classNames?.[majority] ?? `class ${majority}`;
    return { label, detail, counts, children: [] };
  }
  const { feature, threshold } = tree;
  const name = names.featureNames?.[feature] ?? `feature ${feature}`;
  const children: TreeOutline[] = [
    { ...treeOutline(tree.left, names), branch: 'yes' },
    { ...treeOutline(tree.right, names), branch: 'no' },
  ];
  return { label: `${name} <= ${short(threshold)}`, detail, counts, children };
}

/** Draws a tree with lines of text, one line a node. */
export function treeText(tree: Tree, names: TreeNames = {}): string {
  return linesOf(treeOutline(tree, names)).join('\n');
}

function linesOf({ label, detail, counts, children }: TreeOutline): string[] {
  const lines = [`${label}  [${counts.join(' ')}] ${detail}`];
  for (const [index, child] of children.entries()) {
    const isLast = index === children.length - 1;
    const [first = '', ...rest] = linesOf(child);
    lines.push(`${isLast ? '└─' : '├─'} ${child.branch}: ${first}`);
    lines.push(...rest.map((line) => `${isLast ? ' ' : '│'}  ${line}`));
  }
  return lines;
}

function short(value: number): string {
  return String(Number(value.toPrecision(4)));
}
