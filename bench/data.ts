import type { FlatMatrix } from '@runnable-guide/algorithms/flat-matrix';
import { createRandom, normal } from '@runnable-guide/algorithms/random';

/**
 * Points around `groups` centres in a cube of side 20, with a spread of its
 * own; the wider it is, the more the groups overlap.
 */
export function blobs(
  rows: number,
  columns: number,
  groups: number,
  spread: number,
): FlatMatrix {
  const random = createRandom(1);
  const centres = Array.from({ length: groups * columns }, () => {
    return 20 * random() - 10;
  });
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const group = Math.floor(random() * groups);
    for (let j = 0; j < columns; j++) {
      const centre = centres[group * columns + j] ?? 0;
      values[row * columns + j] = centre + spread * normal(random);
    }
  }
  return { rows, columns, values };
}

/** Normal features, and two classes that no single feature tells apart. */
export function classes(rows: number, columns: number) {
  const random = createRandom(2);
  const values = new Float64Array(rows * columns);
  const labels: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < columns; j++) {
      values[row * columns + j] = normal(random);
    }
    const [a = 0, b = 0, c = 0] = values.subarray(row * columns);
    labels.push(a * b + c + normal(random) / 2 > 0 ? 1 : 0);
  }
  return { table: { rows, columns, values }, labels };
}

/** XOR of the signs of two inputs. */
export function signs(count: number) {
  const random = createRandom(3);
  const inputs = Array.from({ length: count }, () => [
    2 * random() - 1,
    2 * random() - 1,
  ]);
  const targets = inputs.map(([a = 0, b = 0]) => [a * b > 0 ? 1 : 0]);
  return { inputs, targets };
}
