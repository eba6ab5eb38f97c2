import { roundToFloat16 } from './float16.ts';
import { dequantise, quantise, symmetricParameters } from './quantisation.ts';

/** Formats of floating-point numbers. */
export type FloatFormat = 'float64' | 'float32' | 'float16';

/** How a target can hold numbers in memory. */
export type NumberFormat = FloatFormat | 'int8';

/** The nearest number of a floating-point format. */
export const rounding: Record<FloatFormat, (value: number) => number> = {
  float64: (value) => value,
  // IEEE 754 binary32, by the language itself.
  float32: Math.fround,
  float16: roundToFloat16,
};

/**
 * The numbers as they come back from memory. Floats are rounded one by one;
 * int8 has one step for the whole list, chosen so that its largest number
 * just fits: one outlier makes the step coarse for all others.
 */
export function stored(
  values: readonly number[],
  format: NumberFormat,
): number[] {
  if (format !== 'int8') return values.map(rounding[format]);
  const largest = values.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
  const parameters = symmetricParameters(largest);
  return dequantise(quantise(values, parameters), parameters);
}
