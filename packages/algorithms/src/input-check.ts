import { at } from './lists.ts';
import { type Matrix, squaredDistance, transpose } from './matrix.ts';
import { quantile } from './quantile.ts';
import { checkMatrix, refuse } from './validate.ts';

export type Verdict = 'accepted' | 'out of range' | 'unlike the training data';

/**
 * Makes a check of inputs against the rows that a model was trained on: each
 * feature lies in its range there, and the nearest training row is not farther
 * than `share` of the training rows are from their own nearest neighbours. It
 * catches accidents and crude attacks. An attacker who knows it stays below
 * its limits: Carlini and Wagner, "Adversarial examples are not easily
 * detected", AISec 2017.
 *
 * @throws RangeError if there are fewer than two rows or share is not in (0, 1]
 */
export function createInputCheck(rows: Matrix, share = 0.99) {
  checkMatrix('rows', rows);
  if (rows.length < 2) refuse('rows', 'a list of at least two rows', rows);
  const ranges = transpose(rows).map((column) => ({
    low: Math.min(...column),
    high: Math.max(...column),
  }));
  const distances = rows.map((row, index) => {
    return nearest(
      row,
      rows.filter((_, other) => other !== index),
    );
  });
  const limit = quantile(distances, share);

  return (input: readonly number[]): Verdict => {
    checkMatrix('input', [input], { columns: ranges.length });
    const isInside = input.every((value, feature) => {
      const { low, high } = at(ranges, feature);
      return value >= low && value <= high;
    });
    if (!isInside) return 'out of range';
    const isFar = nearest(input, rows) > limit;
    return isFar ? 'unlike the training data' : 'accepted';
  };
}

function nearest(row: readonly number[], others: Matrix): number {
  const squares = others.map((other) => squaredDistance(row, other));
  return Math.sqrt(squares.reduce((a, b) => Math.min(a, b)));
}
