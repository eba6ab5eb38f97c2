import { describe, expect, it } from 'vitest';
import { at, zipWith } from './lists.ts';
import {
  affineParameters,
  dequantise,
  quantise,
  symmetricParameters,
} from './quantisation.ts';
import { createRandom } from './random.ts';

const random = createRandom(7);

/** 60 ranges: on both sides of 0, on one side, tiny, large. */
const ranges = Array.from({ length: 60 }, (_, index) => {
  const size = 10 ** ((index % 7) - 3);
  const ends = [random() - 0.5, random() - (index % 2)];
  const [min, max] = ends.map((end) => end * size).sort((a, b) => a - b);
  return { min: min ?? 0, max: max ?? 0 };
});

/** Both ends and 40 numbers between them, as multiples of a 40th. */
function valuesBetween(min: number, max: number): number[] {
  const steps = Array.from({ length: 41 }, (_, index) => index / 40);
  return steps.map((step) => min * (1 - step) + max * step);
}

function roundTrip(values: number[], min: number, max: number, bits = 8) {
  const parameters = affineParameters(min, max, bits);
  const codes = quantise(values, parameters);
  return { parameters, codes, back: dequantise(codes, parameters) };
}

describe('affine quantisation', () => {
  it('gives the numbers worked out by hand for -0.8 to 2.4', () => {
    const values = [-0.8, 0, 1, 2.4, 10];
    const { parameters, codes, back } = roundTrip(values, -0.8, 2.4);
    expect(parameters.scale).toBeCloseTo(3.2 / 255, 12);
    expect(parameters).toMatchObject({
      zeroPoint: -64,
      lowest: -128,
      highest: 127,
    });
    expect(codes).toEqual([-128, -64, 16, 127, 127]);
    expect(back[2]).toBeCloseTo(1.003922, 6);
    expect(back[3]).toBeCloseTo(2.396863, 6);
  });

  it('is off by at most half a scale anywhere in the range', () => {
    for (const bits of [3, 8]) {
      for (const { min, max } of ranges) {
        const values = valuesBetween(Math.min(min, 0), Math.max(max, 0));
        const { parameters, back } = roundTrip(values, min, max, bits);
        const errors = zipWith(values, back, (a, b) => Math.abs(a - b));
        const allowed = (parameters.scale / 2) * (1 + 1e-9);
        expect(Math.max(...errors)).toBeLessThanOrEqual(allowed);
      }
    }
  });

  it('represents 0 exactly, even if the range does not contain it', () => {
    for (const { min, max } of [...ranges, { min: 2, max: 6 }]) {
      const { parameters, codes, back } = roundTrip([0], min, max);
      expect(at(codes, 0)).toBeCloseTo(parameters.zeroPoint, 12);
      expect(at(back, 0)).toBeCloseTo(0, 12);
    }
    const { back } = roundTrip([2, 6], 2, 6);
    expect(Math.abs(at(back, 1) - 6)).toBeLessThan(6 / 255);
  });

  it('uses whole codes of the given number of bits, and both ends', () => {
    for (const bits of [2, 4, 8]) {
      const values = valuesBetween(-1, 3);
      const { codes } = roundTrip(values, -1, 3, bits);
      expect(codes.every(Number.isInteger)).toBe(true);
      expect(Math.min(...codes)).toBe(-(2 ** (bits - 1)));
      expect(Math.max(...codes)).toBe(2 ** (bits - 1) - 1);
    }
  });

  it('gives numbers out of range the code of the nearest end', () => {
    const { codes } = roundTrip([-100, 0, 1, 100], 0, 1);
    expect(codes).toEqual([-128, -128, 127, 127]);
  });

  it('keeps codes as they are: quantising twice changes nothing', () => {
    for (const { min, max } of ranges) {
      const values = valuesBetween(min, max);
      const { parameters, codes, back } = roundTrip(values, min, max);
      const again = quantise(back, parameters);
      expect(zipWith(codes, again, (a, b) => a - b).some(Boolean)).toBe(false);
    }
  });

  it('works on a range that is only 0', () => {
    expect(at(roundTrip([0], 0, 0).back, 0)).toBeCloseTo(0, 12);
  });

  it('refuses a range that ends before it starts', () => {
    expect(() => affineParameters(1, -1)).toThrow(RangeError);
    expect(() => affineParameters(0, Number.NaN)).toThrow('range');
    expect(() => affineParameters(0, 1, 1)).toThrow('bits');
  });
});

describe('symmetric quantisation', () => {
  it('has zero point 0 and opposite codes for opposite numbers', () => {
    const parameters = symmetricParameters(2, 8);
    expect(parameters).toMatchObject({
      zeroPoint: 0,
      lowest: -127,
      highest: 127,
    });
    const codes = quantise([-2, -0.51, 0.51, 2, 5], parameters);
    expect(codes).toEqual([-127, -32, 32, 127, 127]);
    expect(at(dequantise(codes, parameters), 3)).toBeCloseTo(2, 12);
  });
});
