/** The largest finite half-precision number, (2 − 2⁻¹⁰) · 2¹⁵. */
export const largestFloat16 = 65504;

/**
 * Rounds a number to half precision (binary16: 1 sign bit, 5 exponent bits, 10
 * fraction bits), to nearest, ties to even. From 65520 on, the middle between
 * the largest number and the one that would follow, the result is infinite;
 * below 2⁻¹⁴ the steps stay at 2⁻²⁴ (subnormal numbers).
 *
 * Source: IEEE 754-2019, sections 3.4 (formats) and 4.3.1 (rounding).
 */
export function roundToFloat16(value: number): number {
  if (!Number.isFinite(value) || value === 0) return value;
  const exponent = Math.max(-14, exponentOf(Math.abs(value)));
  const step = 2 ** (exponent - 10);
  const rounded = roundHalfToEven(value / step) * step;
  return Math.abs(rounded) > largestFloat16
    ? Math.sign(value) * Infinity
    : rounded;
}

/** The e for which 2ᵉ <= size < 2ᵉ⁺¹. */
function exponentOf(size: number): number {
  // The logarithm is rounded, so it may be off by one at powers of two.
  const guess = Math.floor(Math.log2(size));
  if (2 ** guess > size) return guess - 1;
  return 2 ** (guess + 1) <= size ? guess + 1 : guess;
}

/** The nearest integer, the even one of two. Keeps the sign of zero. */
function roundHalfToEven(value: number): number {
  const below = Math.floor(value);
  const part = value - below;
  if (part !== 0.5) return Math.round(value);
  return below % 2 === 0 ? below : below + 1;
}
