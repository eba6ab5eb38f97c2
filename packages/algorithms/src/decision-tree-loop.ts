import { type FlatMatrix, flatten } from './flat-matrix.ts';
import { classCountOf, impurityOf } from './impurity.ts';
import type { Matrix } from './matrix.ts';
import type { Presorted } from './presorted.ts';
import type { Question, Tree } from './tree.ts';
import { completeOptions, type TreeOptions } from './tree-options.ts';
import { checkLabels } from './validate.ts';

// As in `growTree`: gains closer than this are equal.
export const roundingError = 1e-12;

export interface Growth extends Required<TreeOptions> {
  table: Presorted;
  labels: Uint32Array;
  classCount: number;
  /** 1 for the rows that answer yes to the question at hand. */
  marks: Uint8Array;
}

export interface Found extends Question {
  gain: number;
}

/** The three parts that take the time. */
export interface TreeEdition {
  presort: (table: FlatMatrix) => Presorted;
  /** For the rows that stand from start to end in each order. */
  findSplit: (
    growth: Growth,
    start: number,
    end: number,
    counts: number[],
  ) => Found | null;
  /** Puts the rows marked with 1 first, and keeps both sides sorted. */
  divide: (
    table: Presorted,
    start: number,
    end: number,
    marks: Uint8Array,
  ) => void;
}

/**
 * The growth of `growTree` on features that are sorted once: the same nodes
 * in the same order. What is done in a node is left to the edition.
 */
export function growSorted(
  rows: Matrix | FlatMatrix,
  labels: readonly number[],
  options: TreeOptions,
  edition: TreeEdition,
): Tree {
  const flat = flatten('rows', rows);
  checkLabels('labels', labels, flat.rows);
  const growth = {
    ...completeOptions(options),
    table: edition.presort(flat),
    labels: Uint32Array.from(labels),
    classCount: classCountOf(labels),
    marks: new Uint8Array(flat.rows),
  };
  return grow(growth, edition, 0, flat.rows, 0);
}

/** The subtree for the rows that stand from start to end in each order. */
function grow(
  growth: Growth,
  edition: TreeEdition,
  start: number,
  end: number,
  depth: number,
): Tree {
  const { maxDepth, minSamplesSplit, minImpurityDecrease } = growth;
  const counts = countClasses(growth, start, end);
  const impurity = impurityOf[growth.criterion](counts);
  const mayGrow = depth < maxDepth && end - start >= minSamplesSplit;
  const found = mayGrow ? edition.findSplit(growth, start, end, counts) : null;
  if (found === null || found.gain <= minImpurityDecrease + roundingError) {
    return { kind: 'leaf', counts, impurity };
  }
  const middle = markRows(growth, start, end, found);
  edition.divide(growth.table, start, end, growth.marks);
  const left = grow(growth, edition, start, middle, depth + 1);
  const right = grow(growth, edition, middle, end, depth + 1);
  return { kind: 'branch', counts, impurity, ...found, left, right };
}

/** Marks the rows that answer yes; returns where the others will begin. */
function markRows(
  { table, marks }: Growth,
  start: number,
  end: number,
  { feature, threshold }: Question,
): number {
  const order = table.order[feature] as Uint32Array;
  const column = table.columns[feature] as Float64Array;
  let middle = start;
  for (let i = start; i < end; i++) {
    const row = order[i] as number;
    const answer = (column[row] as number) <= threshold ? 1 : 0;
    marks[row] = answer;
    middle += answer;
  }
  return middle;
}

function countClasses(
  { table, labels, classCount }: Growth,
  start: number,
  end: number,
): number[] {
  const counts = new Array<number>(classCount).fill(0);
  const order = table.order[0] as Uint32Array;
  for (let i = start; i < end; i++) {
    const label = labels[order[i] as number] as number;
    counts[label] = (counts[label] as number) + 1;
  }
  return counts;
}
