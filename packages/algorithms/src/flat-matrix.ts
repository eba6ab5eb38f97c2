import { at } from './lists.ts';
import type { Matrix } from './matrix.ts';
import { checkInteger, checkMatrix, refuse } from './validate.ts';

/**
 * A matrix in one piece of memory: row i, column j is `values[i * columns + j]`.
 * Reading it allocates nothing, and neighbours in a row are neighbours in the
 * cache. The fast editions work on these.
 */
export interface FlatMatrix {
  rows: number;
  columns: number;
  /** rows · columns finite numbers. */
  values: Float64Array;
}

/** Whether the matrix is a flat one rather than a list of lists. */
export function isFlat(matrix: Matrix | FlatMatrix): matrix is FlatMatrix {
  return 'values' in matrix && matrix.values instanceof Float64Array;
}

/**
 * The matrix as a flat one: a copy of a list of lists, a flat matrix itself.
 *
 * @throws RangeError if it is no table of finite numbers
 */
export function flatten(
  name: string,
  matrix: Matrix | FlatMatrix,
  size: Partial<Omit<FlatMatrix, 'values'>> = {},
): FlatMatrix {
  if (isFlat(matrix)) {
    checkFlat(name, matrix, size);
    return matrix;
  }
  checkMatrix(name, matrix, size);
  const rows = matrix.length;
  const columns = at(matrix, 0).length;
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    values.set(at(matrix, row), row * columns);
  }
  return { rows, columns, values };
}

/** The matrix as a list of lists. */
export function rowsOf({ rows, columns, values }: FlatMatrix): number[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)),
  );
}

function checkFlat(
  name: string,
  { rows, columns, values }: FlatMatrix,
  size: Partial<Omit<FlatMatrix, 'values'>>,
): void {
  checkInteger(`${name}.rows`, rows, size.rows ?? 1, size.rows);
  checkInteger(`${name}.columns`, columns, size.columns ?? 1, size.columns);
  if (values.length !== rows * columns) {
    refuse(`${name}.values`, `a list of ${rows * columns} numbers`, values);
  }
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    refuse(`${name}.values[${i}]`, 'a finite number', values[i]);
  }
}
