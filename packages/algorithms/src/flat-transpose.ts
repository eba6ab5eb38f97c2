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
