import { argMax, at } from './lists.ts';
import type { Matrix } from './matrix.ts';
import { checkInteger, checkLabels } from './validate.ts';

/** A row for each label: 1 in the column of its class, 0 elsewhere. */
export function oneHot(
  labels: readonly number[],
  classCount: number,
): number[][] {
  checkInteger('classCount', classCount, 1);
  checkLabels('labels', labels, labels.length);
  return labels.map((label) =>
    Array.from({ length: classCount }, (_, index) => Number(index === label)),
  );
}

/** The class with the largest output in each row, the lowest on a tie. */
export function classesOf(outputs: Matrix): number[] {
  return outputs.map((row) => argMax(row));
}

/** The share of places where two lists of classes say the same. */
export function agreement(
  classes: readonly number[],
  others: readonly number[],
): number {
  checkLabels('others', others, classes.length);
  const same = classes.filter((label, index) => label === at(others, index));
  return same.length / classes.length;
}
