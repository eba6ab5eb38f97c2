import { roundToFloat16 } from './float16.ts';
import {
  dequantise,
  quantise,
  symmetricParameters,
} from './quantisation.ts';

/** How a target holds numbers in memory. */
export type NumberFormat = 'float64' | 'float32' | 'float16' | 'int8';

/**
 * The numbers as they come back from a format. Floats are rounded one by one.
 * int8 has one step for the whole list, chosen so that its largest number
 * just fits: one outlier makes the step coarse for all others.
 */
export const roundTo: Record<
  NumberFormat,
  (values: readonly number[]) => number[]
> = {
  float64: (values) => [...values],
  // IEEE 754 binary32, by the language itself.
  float32: (values) => values.map(Math.fround),
  float16: (values) => values.map(roundToFloat16),
  int8: (values) => {
    const largest = values.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
    const parameters = symmetricParameters(largest);
    return dequantise(quantise(values, parameters), parameters);
  },
};
