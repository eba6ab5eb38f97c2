import type { Matrix } from './matrix.ts';
import { goesLeft, type Question } from './tree.ts';

/** The training rows that reach one node of a tree, with their labels. */
export interface Part {
  rows: Matrix;
  labels: readonly number[];
}

/** Divides a part into the rows that answer yes and those that answer no. */
export function divide({ rows, labels }: Part, question: Question) {
  const answers = rows.map((row) => goesLeft(row, question));
  const part = (answer: boolean): Part => ({
    rows: rows.filter((_, index) => answers[index] === answer),
    labels: labels.filter((_, index) => answers[index] === answer),
  });
  return { left: part(true), right: part(false) };
}
