import { multiplyInto } from './flat-multiply.ts';
import { transposeInto } from './flat-transpose.ts';

/**
 * Writes a product of two matrices in flat arrays into the result, which is
 * rows × columns; `inner` is what the factors share.
 */
type Product = (
  result: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  /** Room for the transpose of a factor. */
  scratch: Float64Array,
) => void;

/** The three products of training. */
export interface Products {
  /** A B, for the weighted sums. */
  multiply: Product;
  /** A Bᵀ, for the errors of the layer below: right is columns × inner. */
  multiplyByTransposed: Product;
  /** Aᵀ B, for the slopes of the weights: left is inner × rows. */
  multiplyTransposed: Product;
}

/** Transposes a factor where it must, and then multiplies by one kernel. */
export const transposedFirst: Products = {
  multiply: multiplyInto,
  multiplyByTransposed(result, left, right, rows, inner, columns, scratch) {
    if (rows === 1) {
      // For one row it is a product with a column: nothing to transpose.
      multiplyInto(result, right, left, columns, inner, 1);
      return;
    }
    transposeInto(scratch, right, columns, inner);
    multiplyInto(result, left, scratch, rows, inner, columns);
  },
  multiplyTransposed(result, left, right, rows, inner, columns, scratch) {
    // One row has the same numbers in the same places as its transpose.
    if (inner > 1) transposeInto(scratch, left, inner, rows);
    const across = inner > 1 ? scratch : left;
    multiplyInto(result, across, right, rows, inner, columns);
  },
};
