import type { FlatMatrix } from './flat-matrix.ts';

/** The rows of a table, sorted by each feature. */
export interface Presorted {
  /** `order[feature]` lists the rows in rising order of the feature. */
  order: Uint32Array[];
  /** `columns[feature][row]`: a feature's values lie side by side. */
  columns: Float64Array[];
}

/** Sorts once for the whole tree: O(d n log n). */
export function presort({ rows, columns, values }: FlatMatrix): Presorted {
  const table: Presorted = { order: [], columns: [] };
  for (let feature = 0; feature < columns; feature++) {
    const column = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      column[row] = values[row * columns + feature] as number;
    }
    table.columns.push(column);
    table.order.push(orderOf(column));
  }
  return table;
}

/**
 * The rows in rising order of their values. Sorting plain numbers is several
 * times faster than sorting indices with a comparison function, so the values
 * are sorted, and then each row is put where its value has come to stand.
 */
function orderOf(column: Float64Array): Uint32Array {
  const sorted = column.slice().sort();
  const order = new Uint32Array(column.length);
  // How many rows stand already in the places of equal values.
  const taken = new Uint32Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const first = firstPlaceOf(column[row] as number, sorted);
    const offset = taken[first] as number;
    order[first + offset] = row;
    taken[first] = offset + 1;
  }
  return order;
}

/** Binary search for the first place that is not below the value. */
function firstPlaceOf(value: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Divides the rows from start to end in two, for each feature: first those
 * marked with 1, then those marked with 0, both still in rising order. O(n d).
 */
export function divideSorted(
  { order }: Presorted,
  start: number,
  end: number,
  marks: Uint8Array,
): void {
  const rest = new Uint32Array(end - start);
  for (const rows of order) {
    let left = start;
    let right = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i] as number;
      // Both are written and one is kept: no branch to be guessed wrongly.
      const mark = marks[row] as number;
      rows[left] = row;
      rest[right] = row;
      left += mark;
      right += 1 - mark;
    }
    rows.set(rest.subarray(0, right), left);
  }
}
