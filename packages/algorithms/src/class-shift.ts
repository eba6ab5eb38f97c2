import { at } from './lists.ts';
import type { Matrix } from './matrix.ts';
import { checkInteger, checkMatrix, refuse } from './validate.ts';

/**
 * How much to add to one class's logit so that the class wins on a given share
 * of the examples (batch × classes). Needs no labels, only how frequent the
 * class is: a correction of the bias for a class that training has neglected.
 *
 * @param label the class, a column of the logits
 * @param share greater than 0, at most 1
 * @throws RangeError if an argument is not as described
 */
export function shiftForShare(
  logits: Matrix,
  label: number,
  share: number,
): number {
  checkMatrix('logits', logits);
  checkInteger('label', label, 0, at(logits, 0).length - 1);
  if (!(share > 0 && share <= 1)) {
    refuse('share', 'a number greater than 0, at most 1', share);
  }
  // What the class lacks on each example to draw level with the best other.
  const deficits = logits.map((row) => {
    const others = row.filter((_, index) => index !== label);
    return Math.max(...others) - at(row, label);
  });
  const count = Math.ceil(share * logits.length);
  return at(
    deficits.sort((a, b) => a - b),
    count - 1,
  );
}

/** The logits with a number added to those of one class. */
export function shiftClass(
  logits: Matrix,
  label: number,
  shift: number,
): number[][] {
  return logits.map((row) =>
    row.map((z, index) => (index === label ? z + shift : z)),
  );
}
