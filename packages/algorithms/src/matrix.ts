import { at, sum, zipWith } from './lists.ts';

/** Equally long rows of numbers: `matrix[row][column]`. */
export type Matrix = readonly (readonly number[])[];

/** The matrix with rows and columns swapped. */
export function transpose(matrix: Matrix): number[][] {
  return at(matrix, 0).map((_, column) => matrix.map((row) => at(row, column)));
}

/** The matrix product: (rows × inner) times (inner × columns). */
export function multiply(left: Matrix, right: Matrix): number[][] {
  const columns = transpose(right);
  return left.map((row) => columns.map((column) => dot(row, column)));
}

/** Combines two matrices of one shape number by number. */
export function zipMatrix(
  left: Matrix,
  right: Matrix,
  combine: (left: number, right: number) => number,
): number[][] {
  return zipWith(left, right, (a, b) => zipWith(a, b, combine));
}

/** The sum of each column. */
export function columnSums(matrix: Matrix): number[] {
  return transpose(matrix).map(sum);
}

/** The mean of each column: the centre of the rows taken as points. */
export function columnMeans(matrix: Matrix): number[] {
  return columnSums(matrix).map((total) => total / matrix.length);
}

/** The dot product of two equally long vectors. */
export function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((total, value, i) => total + value * at(right, i), 0);
}

/** The squared Euclidean distance between two points. */
export function squaredDistance(
  left: readonly number[],
  right: readonly number[],
): number {
  return sum(zipWith(left, right, (a, b) => (a - b) ** 2));
}
