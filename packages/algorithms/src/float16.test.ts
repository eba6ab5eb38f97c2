import { describe, expect, it } from 'vitest';
import { largestFloat16, roundToFloat16 } from './float16.ts';

/** The number of a binary16 bit pattern, by the definition of the format. */
function decode(bits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

// All non-negative finite numbers: exponent 31 is for infinity and NaN.
const numbers = Array.from({ length: 31 * 1024 }, (_, bits) => decode(bits));

describe('roundToFloat16', () => {
  it('keeps every number that the format has', () => {
    const kept = numbers.every(
      (value) =>
        roundToFloat16(value) === value && roundToFloat16(-value) === -value,
    );
    expect(numbers).toHaveLength(31744);
    expect(kept).toBe(true);
  });

  it('rounds to the nearer neighbour, from the middle to the even one', () => {
    const wrong = numbers.slice(0, -1).filter((low, index) => {
      const high = numbers[index + 1] ?? 0;
      const middle = (low + high) / 2;
      const even = index % 2 === 0 ? low : high;
      const below = low + 0.499 * (high - low);
      const above = low + 0.501 * (high - low);
      return (
        roundToFloat16(middle) !== even ||
        roundToFloat16(below) !== low ||
        roundToFloat16(above) !== high
      );
    });
    expect(wrong).toEqual([]);
  });

  it('has the numbers that numpy.float16 has', () => {
    expect(roundToFloat16(0.1)).toBe(0.0999755859375);
    expect(roundToFloat16(Math.PI)).toBe(3.140625);
    expect(roundToFloat16(2049)).toBe(2048);
    expect(roundToFloat16(1e-7)).toBe(1.1920928955078125e-7);
  });

  it('overflows from 65520 on', () => {
    expect(roundToFloat16(65519.99)).toBe(largestFloat16);
    expect(roundToFloat16(65520)).toBe(Infinity);
    expect(roundToFloat16(-1e9)).toBe(-Infinity);
  });

  it('keeps zeros, infinities and NaN', () => {
    expect(roundToFloat16(-0)).toBe(-0);
    expect(roundToFloat16(2 ** -25)).toBe(0);
    expect(roundToFloat16(-Infinity)).toBe(-Infinity);
    expect(roundToFloat16(Number.NaN)).toBe(Number.NaN);
  });
});
