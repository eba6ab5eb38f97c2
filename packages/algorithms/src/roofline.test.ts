import { describe, expect, it } from 'vitest';
import { costOf } from './model-cost.ts';
import { createNetwork } from './neural-network.ts';
import { pruneWeights } from './pruning.ts';
import { attainable, intensityOf, ridgeOf, secondsFor } from './roofline.ts';

const phone = { operationsPerSecond: 10e12, bytesPerSecond: 50e9 };

describe('roofline', () => {
  it('gives the figures of the worked example', () => {
    expect(ridgeOf(phone)).toBe(200);
    expect(attainable(phone, 1)).toBe(50e9);
    expect(attainable(phone, 384)).toBe(10e12);
    const token = { operations: 6e9, bytes: 6e9 };
    expect(1 / secondsFor(phone, token)).toBeCloseTo(25 / 3, 9);
  });

  it('takes as long as the slower of memory and arithmetic', () => {
    for (const operations of [1e3, 1e9, 1e12, 1e15]) {
      for (const bytes of [1e3, 1e9, 1e12]) {
        const seconds = secondsFor(phone, { operations, bytes });
        const slower = Math.max(operations / 10e12, bytes / 50e9);
        expect(seconds / slower).toBeCloseTo(1, 12);
      }
    }
  });

  it('does not get faster below the ridge with twice the arithmetic', () => {
    const faster = { ...phone, operationsPerSecond: 20e12 };
    expect(attainable(faster, 1)).toBe(attainable(phone, 1));
    expect(attainable(faster, 384)).toBe(384 * 50e9);
  });

  it('refuses work without bytes and a device without memory', () => {
    expect(() => intensityOf({ operations: 1, bytes: 0 })).toThrow('bytes');
    const broken = { operationsPerSecond: 1, bytesPerSecond: 0 };
    expect(() => attainable(broken, 1)).toThrow('bytesPerSecond');
  });
});

describe('costOf', () => {
  const network = createNetwork({
    layerSizes: [64, 16, 10],
    activation: 'relu',
    output: 'softmax',
  });

  it('counts 1184 weights and 26 biases', () => {
    expect(costOf(network)).toEqual({ operations: 2368, bytes: 4840 });
    const int8 = costOf(network, { bytesPerWeight: 1, scaleCount: 26 });
    expect(int8).toEqual({ operations: 2368, bytes: 1184 + 104 + 104 });
  });

  it('pays for the places of the weights in sparse storage', () => {
    const half = pruneWeights(network, 0.5);
    const sparse = { storage: 'sparse' } as const;
    expect(costOf(half, sparse)).toEqual({
      operations: 2 * 592,
      bytes: 592 * 5 + 2 * 26 + 4 * 26,
    });
    const dense = costOf(network, { bytesPerWeight: 1 }).bytes;
    const int8 = costOf(half, { ...sparse, bytesPerWeight: 1 }).bytes;
    expect(int8).toBeGreaterThan(dense);
  });
});
