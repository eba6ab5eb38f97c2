import type { FlatMatrix } from '@runnable-guide/algorithms/flat-matrix';
import { createRandom, normal } from '@runnable-guide/algorithms/random';

/**
 * Points around k centres in a cube of side 20; `spread` is the standard
 * deviation of a group. The wider it is, the more the groups overlap.
 */
export function blobs(
  n: number,
  d: number,
  k: number,
  spread: number,
): FlatMatrix {
  const random = createRandom(1);
  const centres = Array.from({ length: k * d }, () => 20 * random() - 10);
  const values = new Float64Array(n * d);
  for (let row = 0; row < n; row++) {
    const group = Math.floor(random() * k);
    for (let j = 0; j < d; j++) {
      const centre = centres[group * d + j] ?? 0;
      values[row * d + j] = centre + spread * normal(random);
    }
  }
  return { rows: n, columns: d, values };
}
