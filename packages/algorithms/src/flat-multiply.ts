/** Rows and columns of the result that are computed at a time. */
const tall = 2;
const wide = 4;

/**
 * The matrix product in flat arrays: result (rows × columns) becomes left
 * (rows × inner) times right (inner × columns).
 *
 * A block of 2 × 4 results is summed in eight local variables at once: six
 * numbers read serve eight products, and no sum waits for another one. Each
 * sum still runs from first to last, so it is that of `multiply` to the bit.
 */
export function multiplyInto(
  result: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): void {
  const blockRows = rows - (rows % tall);
  const blockColumns = columns - (columns % wide);
  for (let i = 0; i < blockRows; i += tall) {
    for (let j = 0; j < blockColumns; j += wide) {
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      const end = (i + 1) * inner;
      for (let p = i * inner, q = j; p < end; p++, q += columns) {
        const a = left[p] as number;
        const b = left[p + inner] as number;
        const r0 = right[q] as number;
        const r1 = right[q + 1] as number;
        const r2 = right[q + 2] as number;
        const r3 = right[q + 3] as number;
        a0 += a * r0;
        a1 += a * r1;
        a2 += a * r2;
        a3 += a * r3;
        b0 += b * r0;
        b1 += b * r1;
        b2 += b * r2;
        b3 += b * r3;
      }
      const place = i * columns + j;
      result[place] = a0;
      result[place + 1] = a1;
      result[place + 2] = a2;
      result[place + 3] = a3;
      result[place + columns] = b0;
      result[place + columns + 1] = b1;
      result[place + columns + 2] = b2;
      result[place + columns + 3] = b3;
    }
  }
  // What the blocks leave over: the last columns, and the last row.
  for (let i = 0; i < rows; i++) {
    for (let j = i < blockRows ? blockColumns : 0; j < columns; j++) {
      let sum = 0;
      const end = (i + 1) * inner;
      for (let p = i * inner, q = j; p < end; p++, q += columns) {
        sum += (left[p] as number) * (right[q] as number);
      }
      result[i * columns + j] = sum;
    }
  }
}

/** Writes the transpose of a matrix (rows × columns) into the result. */
export function transposeInto(
  result: Float64Array,
  matrix: Float64Array,
  rows: number,
  columns: number,
): void {
  for (let i = 0, place = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++, place++) {
      result[j * rows + i] = matrix[place] as number;
    }
  }
}
