import { expect, it } from 'vitest';
import { multiplyInto } from '../src/flat-multiply.ts';
import { transposeInto } from '../src/flat-transpose.ts';

/** Whole numbers, so that every sum is exact in whatever order. */
function filled(length: number, factor: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => ((i * factor) % 19) - 9);
}

it('multiplies matrices of every shape around the size of its blocks', () => {
  for (let rows = 1; rows <= 9; rows++) {
    for (let inner = 1; inner <= 5; inner++) {
      for (let columns = 1; columns <= 9; columns++) {
        const left = filled(rows * inner, 7);
        const right = filled(inner * columns, 11);
        // What stands there from before must not matter.
        const result = new Float64Array(rows * columns + 1).fill(1234);
        multiplyInto(result, left, right, rows, inner, columns);
        const expected = Array.from({ length: rows * columns }, (_, place) => {
          const row = Math.floor(place / columns);
          const column = place % columns;
          return Array.from({ length: inner }, (_, p) => p)
            .map((p) => [row * inner + p, p * columns + column])
            .map(
              ([l = 0, r = 0]) => BigInt(left[l] ?? 0) * BigInt(right[r] ?? 0),
            )
            .reduce((sum, each) => sum + each, 0n);
        });
        const shape = `${rows} × ${inner} × ${columns}`;
        expect([...result.subarray(0, -1)].map(BigInt), shape).toEqual(
          expected,
        );
        expect(result.at(-1), `${shape}: beyond the end`).toBe(1234);
      }
    }
  }
});

it('transposes', () => {
  const result = new Float64Array(6);
  transposeInto(result, Float64Array.of(1, 2, 3, 4, 5, 6), 2, 3);
  expect([...result]).toEqual([1, 4, 2, 5, 3, 6]);
});
