import type { State } from './k-means-loop.ts';

/** Centroids that are compared with a point at a time. */
const width = 4;

export interface NearestTwo {
  /** Takes over where the centroids are. To be called when they have moved. */
  prepare: () => void;
  /**
   * Finds the nearest centroid of a point, the first one on a tie, and the
   * squared distances to it and to the next nearest, ∞ if there is none.
   */
  find: (row: number) => void;
}

/**
 * Measures four distances at a time. Each is a sum whose terms wait for one
 * another, so that four independent sums keep the processor four times as
 * busy. The centroids are stored so that the loop reads them in order.
 */
export function createNearestTwo(
  { points, k, centroids, labels }: State,
  best: Float64Array,
  nextBest: Float64Array,
): NearestTwo {
  const { columns, values } = points;
  const padded = Math.ceil(k / width) * width;
  // A place beyond the last centroid is infinitely far from every point.
  const woven = new Float64Array(padded * columns).fill(Infinity);

  function prepare(): void {
    for (let cluster = 0, i = 0; cluster < k; cluster++) {
      const lane = cluster % width;
      let place = (cluster - lane) * columns + lane;
      for (const end = i + columns; i < end; i++, place += width) {
        woven[place] = centroids[i] as number;
      }
    }
  }

  function find(row: number): void {
    const start = row * columns;
    const end = start + columns;
    let label = 0;
    let nearest = Infinity;
    let next = Infinity;
    for (let cluster = 0, place = 0; cluster < padded; cluster += width) {
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let i = start; i < end; i++, place += width) {
        const value = values[i] as number;
        const gapA = value - (woven[place] as number);
        const gapB = value - (woven[place + 1] as number);
        const gapC = value - (woven[place + 2] as number);
        const gapD = value - (woven[place + 3] as number);
        a += gapA * gapA;
        b += gapB * gapB;
        c += gapC * gapC;
        d += gapD * gapD;
      }
      if (a < nearest) {
        next = nearest;
        nearest = a;
        label = cluster;
      } else if (a < next) next = a;
      if (b < nearest) {
        next = nearest;
        nearest = b;
        label = cluster + 1;
      } else if (b < next) next = b;
      if (c < nearest) {
        next = nearest;
        nearest = c;
        label = cluster + 2;
      } else if (c < next) next = c;
      if (d < nearest) {
        next = nearest;
        nearest = d;
        label = cluster + 3;
      } else if (d < next) next = d;
    }
    labels[row] = label;
    best[row] = nearest;
    nextBest[row] = next;
  }

  return { prepare, find };
}
