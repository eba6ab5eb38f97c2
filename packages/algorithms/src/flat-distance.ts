/**
 * The squared Euclidean distance between two points, each given as a place
 * in a flat array.
 */
export function squaredDistanceAt(
  left: Float64Array,
  leftStart: number,
  right: Float64Array,
  rightStart: number,
  columns: number,
): number {
  let squared = 0;
  for (let j = 0; j < columns; j++) {
    const gap =
      (left[leftStart + j] as number) - (right[rightStart + j] as number);
    squared += gap * gap;
  }
  return squared;
}
