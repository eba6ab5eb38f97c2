/** Rows and columns of the result that are computed at a time. */
export const tall = 2;
export const wide = 4;

/**
 * The matrix product in flat arrays: result (rows × columns) becomes left
 * (rows × inner) times right (inner × columns). Each sum runs from first to
 * last, so it is that of `multiply` to the bit.
 */
export function multiplyInto(
  result: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): void {
  multiplyBlocks(result, left, right, rows, inner, columns);
  // What the blocks leave over: the last row of an odd number, and the last
  // columns.
  if (rows % tall > 0) {
    finishRow(result, left, right, rows - 1, inner, columns);
  }
  for (let j = columns - (columns % wide); j < columns; j++) {
    finishColumn(result, left, right, rows, inner, columns, j);
  }
}

/**
 * The product as far as whole blocks go. A block of 2 × 4 results is summed in
 * eight local variables at once: six numbers read serve eight products, and no
 * sum waits for another one.
 */
export function multiplyBlocks(
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
}

/** The results of one row in blocks of 1 × 4; leaves the last columns. */
function finishRow(
  result: Float64Array,
  left: Float64Array,
  right: Float64Array,
  row: number,
  inner: number,
  columns: number,
): void {
  const start = row * inner;
  for (let j = 0; j + wide <= columns; j += wide) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let p = start, q = j; p < start + inner; p++, q += columns) {
      const a = left[p] as number;
      s0 += a * (right[q] as number);
      s1 += a * (right[q + 1] as number);
      s2 += a * (right[q + 2] as number);
      s3 += a * (right[q + 3] as number);
    }
    const place = row * columns + j;
    result[place] = s0;
    result[place + 1] = s1;
    result[place + 2] = s2;
    result[place + 3] = s3;
  }
}

/** The results of one column in blocks of 4 × 1, and one by one the last. */
function finishColumn(
  result: Float64Array,
  left: Float64Array,
  right: Float64Array,
  rows: number,
  inner: number,
  columns: number,
  column: number,
): void {
  let i = 0;
  for (; i + wide <= rows; i += wide) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    const end = (i + 1) * inner;
    for (let p = i * inner, q = column; p < end; p++, q += columns) {
      const b = right[q] as number;
      s0 += (left[p] as number) * b;
      s1 += (left[p + inner] as number) * b;
      s2 += (left[p + 2 * inner] as number) * b;
      s3 += (left[p + 3 * inner] as number) * b;
    }
    const place = i * columns + column;
    result[place] = s0;
    result[place + columns] = s1;
    result[place + 2 * columns] = s2;
    result[place + 3 * columns] = s3;
  }
  for (; i < rows; i++) {
    let sum = 0;
    for (let p = 0; p < inner; p++) {
      const b = right[p * columns + column] as number;
      sum += (left[i * inner + p] as number) * b;
    }
    result[i * columns + column] = sum;
  }
}
