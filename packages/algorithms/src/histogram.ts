import { at } from './lists.ts';
import { checkInteger, checkPositive } from './validate.ts';

export interface Histogram {
  /** The middle of each bin, from −limit to limit. */
  middles: number[];
  /** Values farther out count in the first or the last bin. */
  counts: number[];
}

/** Counts values in bins of one width around 0. */
export function histogram(
  values: readonly number[],
  limit: number,
  binCount: number,
): Histogram {
  checkPositive('limit', limit);
  checkInteger('binCount', binCount, 1);
  const width = (2 * limit) / binCount;
  const bins = Array.from({ length: binCount }, (_, index) => index);
  const counts = bins.map(() => 0);
  for (const value of values) {
    const bin = Math.floor((value + limit) / width);
    const inside = Math.min(Math.max(bin, 0), binCount - 1);
    counts[inside] = at(counts, inside) + 1;
  }
  return { middles: bins.map((bin) => (bin + 0.5) * width - limit), counts };
}
