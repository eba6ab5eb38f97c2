import { describe, expect, it } from 'vitest';
import { activate, slopeOf } from './activations.ts';

describe('activate', () => {
  it.each([
    ['sigmoid', 0, 0.5],
    ['sigmoid', Math.log(3), 0.75],
    ['sigmoid', -Math.log(3), 0.25],
    ['tanh', 0, 0],
    ['tanh', Math.log(2), 0.6],
    ['relu', 1.5, 1.5],
    ['relu', -1.5, 0],
    ['linear', -1.5, -1.5],
  ] as const)('%s of %d is %d', (activation, z, expected) => {
    expect(activate([z], activation)[0]).toBeCloseTo(expected, 14);
  });

  it('softmax of [0, ln 2, ln 5] is [1/8, 2/8, 5/8]', () => {
    const shares = activate([0, Math.log(2), Math.log(5)], 'softmax');
    expect(shares[0]).toBeCloseTo(1 / 8, 14);
    expect(shares[1]).toBeCloseTo(2 / 8, 14);
    expect(shares[2]).toBeCloseTo(5 / 8, 14);
  });

  it('stays finite for very large sums', () => {
    expect(activate([1000, 1000], 'softmax')).toEqual([0.5, 0.5]);
    expect(activate([-1000, 1000], 'sigmoid')).toEqual([0, 1]);
  });
});

describe('slopeOf', () => {
  it.each([
    ['sigmoid', 0.75, 3 / 16],
    ['tanh', 0.6, 0.64],
    ['relu', 1.5, 1],
    ['relu', 0, 0],
    ['linear', -1.5, 1],
  ] as const)('%s where its result is %d is %d', (activation, a, expected) => {
    expect(slopeOf(activation)(a)).toBeCloseTo(expected, 14);
  });

  it('refuses softmax, where each result depends on all sums', () => {
    expect(() => slopeOf('softmax')).toThrow(
      "activation must be one that works on each unit alone; got 'softmax'",
    );
  });
});
