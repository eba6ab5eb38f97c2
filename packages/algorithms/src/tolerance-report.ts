import { agreement, classesOf } from './classification.ts';
import { at, zipWith } from './lists.ts';
import type { Matrix } from './matrix.ts';
import { checkMatrix, checkNotNegative } from './validate.ts';

export interface Tolerance {
  /** |a − b| may be at most `absolute` + `relative` · |b|. */
  absolute: number;
  relative: number;
}

export interface ToleranceReport {
  largestError: number;
  /** Share of the numbers within the tolerance. */
  within: number;
  /** Share of the rows whose largest number is in the same place. */
  sameClass: number;
  /**
   * Rows whose class cannot have changed, whatever the tolerance: their two
   * largest reference numbers differ by more than twice the largest error.
   */
  safe: number;
}

/**
 * Compares results (batch × units) with those of a reference.
 *
 * The test for closeness is the one of `numpy.allclose`.
 *
 * @throws RangeError if the shapes differ or a tolerance is negative
 */
export function compareResults(
  results: Matrix,
  reference: Matrix,
  { absolute, relative }: Tolerance,
): ToleranceReport {
  checkMatrix('reference', reference);
  const size = { rows: reference.length, columns: at(reference, 0).length };
  checkMatrix('results', results, size);
  checkNotNegative('absolute', absolute);
  checkNotNegative('relative', relative);
  const expected = reference.flat();
  const errors = zipWith(results.flat(), expected, (a, b) => Math.abs(a - b));
  const close = errors.filter((error, index) => {
    return error <= absolute + relative * Math.abs(at(expected, index));
  });
  const largestError = errors.reduce((a, b) => Math.max(a, b));
  const safe = reference.filter((row) => marginOf(row) > 2 * largestError);
  return {
    largestError,
    within: close.length / errors.length,
    sameClass: agreement(classesOf(results), classesOf(reference)),
    safe: safe.length / reference.length,
  };
}

/** By how much the largest number exceeds the second largest. */
function marginOf(row: readonly number[]): number {
  const [first = 0, second = -Infinity] = row.toSorted((a, b) => b - a);
  return first - second;
}
