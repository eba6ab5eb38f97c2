import { at } from './lists.ts';
import { dot, type Matrix, transpose } from './matrix.ts';
import { checkMatrix } from './validate.ts';

/** matrix = Σ value · left · rightᵀ over the terms, the largest first. */
export interface SingularTerm {
  /** At least 0. */
  value: number;
  /** A unit vector with a number for each row; all 0 if the value is 0. */
  left: number[];
  /** A unit vector with a number for each column. */
  right: number[];
}

// Columns count as orthogonal when the cosine of their angle is below this.
const tolerance = 1e-12;
const maxSweepCount = 60;

/**
 * The singular value decomposition. Turns pairs of columns in their plane
 * until all are orthogonal; their lengths are then the singular values, and
 * the turns together are the right vectors. A sweep over all pairs costs
 * O(rows × columns²), and less than ten are enough as a rule.
 *
 * Method: one-sided Jacobi, after Hestenes, "Inversion of matrices by
 * biorthogonalization and related results", Journal of the SIAM 6 (1958),
 * pp. 51–90.
 *
 * @throws RangeError if the matrix is empty or has numbers that are not finite
 */
export function singularTerms(matrix: Matrix): SingularTerm[] {
  checkMatrix('matrix', matrix);
  const columns = transpose(matrix);
  const turns = columns.map((_, i) => columns.map((_, j) => Number(i === j)));
  let sweepCount = 0;
  while (sweep(columns, turns) && sweepCount < maxSweepCount) sweepCount++;
  const terms = columns.map((column, index) => {
    const value = Math.sqrt(dot(column, column));
    const left = column.map((x) => (value === 0 ? 0 : x / value));
    return { value, left, right: at(turns, index) };
  });
  return terms.sort((a, b) => b.value - a.value);
}

/** Makes each pair of columns orthogonal once; false if all were already. */
function sweep(columns: number[][], turns: number[][]): boolean {
  let turned = false;
  for (let p = 0; p < columns.length; p++) {
    for (let q = p + 1; q < columns.length; q++) {
      const [a, b] = [at(columns, p), at(columns, q)];
      const [aa, bb, ab] = [dot(a, a), dot(b, b), dot(a, b)];
      if (Math.abs(ab) <= tolerance * Math.sqrt(aa * bb)) continue;
      // The smaller of the two angles that make the products vanish.
      const half = (bb - aa) / (2 * ab);
      const tangent =
        (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(1, half));
      turn(a, b, tangent);
      turn(at(turns, p), at(turns, q), tangent);
      turned = true;
    }
  }
  return turned;
}

/** Turns two vectors in their plane, in place. */
function turn(a: number[], b: number[], tangent: number): void {
  const cosine = 1 / Math.hypot(1, tangent);
  const sine = cosine * tangent;
  const before = [...a];
  before.forEach((x, index) => {
    const y = at(b, index);
    a[index] = cosine * x - sine * y;
    b[index] = sine * x + cosine * y;
  });
}
