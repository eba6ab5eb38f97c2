import { describe, expect, it } from 'vitest';
import { at, sum, zipWith } from './lists.ts';
import { transpose, zipMatrix } from './matrix.ts';
import { createRandom, normal } from './random.ts';
import {
  channelErrors,
  dequantiseWeights,
  type Granularity,
  quantiseWeights,
} from './weight-quantisation.ts';

/** 64 × 8 normal weights; column c is 3^c times as large as column 0. */
function unevenWeights(seed: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: 64 }, () =>
    Array.from({ length: 8 }, (_, column) => 3 ** column * normal(random)),
  );
}

function roundTrip(weights: number[][], granularity: Granularity, bits = 8) {
  const quantised = quantiseWeights(weights, { granularity, bits });
  const back = dequantiseWeights(quantised);
  return { ...quantised, back, errors: channelErrors(weights, back) };
}

describe('quantiseWeights', () => {
  it('gives the scales of the example with the channels 0.05 and 2', () => {
    const weights = [
      [0.05, -2],
      [0.02, 1],
    ];
    const tensor = roundTrip(weights, 'tensor');
    expect(tensor.parameters.map(({ scale }) => scale)).toEqual([
      2 / 127,
      2 / 127,
    ]);
    expect(tensor.codes).toEqual([
      [3, -127],
      [1, 64],
    ]);
    const channel = roundTrip(weights, 'channel');
    expect(channel.parameters.map(({ scale }) => scale)).toEqual([
      0.05 / 127,
      2 / 127,
    ]);
    expect(channel.codes).toEqual([
      [127, -127],
      [51, 64],
    ]);
  });

  it.each([4, 8])('is off by at most half a scale with %i bits', (bits) => {
    for (const granularity of ['tensor', 'channel'] as const) {
      const weights = unevenWeights(1);
      const { back, parameters } = roundTrip(weights, granularity, bits);
      const errors = zipMatrix(weights, back, (a, b) => Math.abs(a - b));
      zipWith(transpose(errors), parameters, (channel, { scale }) => {
        expect(Math.max(...channel)).toBeLessThanOrEqual(scale * 0.5000001);
      });
    }
  });

  it('never has a coarser scale per channel than per tensor', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const weights = unevenWeights(seed);
      const tensor = roundTrip(weights, 'tensor', 4);
      const channel = roundTrip(weights, 'channel', 4);
      zipWith(channel.parameters, tensor.parameters, (fine, coarse) => {
        expect(fine.scale).toBeLessThanOrEqual(coarse.scale);
      });
      zipWith(channel.errors, tensor.errors, (fine, coarse) => {
        expect(fine).toBeLessThanOrEqual(coarse);
      });
      expect(sum(channel.errors)).toBeLessThan(0.5 * sum(tensor.errors));
    }
  });

  it('keeps pruned weights exactly 0', () => {
    const weights = unevenWeights(3).map((row) => row.map(() => 0));
    at(weights, 0)[2] = 5;
    const { back } = roundTrip(weights, 'channel');
    expect(back.flat().filter((w) => w !== 0)).toHaveLength(1);
    expect(back[0]?.[2]).toBeCloseTo(5, 12);
  });
});
