import { describe, expect, it } from 'vitest';
import { at } from './lists.ts';
import {
  addWords,
  decode,
  encode,
  pairwiseMask,
  randomWords,
  subtractWords,
} from './secure-aggregation.ts';

const sharedSeed = (lower: number, higher: number) => 100 * lower + higher;
const scale = 1000;

function maskedOf(values: readonly number[][]): Uint32Array[] {
  const clients = [...values.keys()];
  return values.map((list, client) => {
    const mask = pairwiseMask(client, clients, list.length, sharedSeed);
    return addWords(encode(list, scale, values.length), mask);
  });
}

const values = [
  [0.5, -1.25],
  [2, 3.125],
  [-4, 0.001],
  [0, 7],
];

describe('secure aggregation', () => {
  it('gives the exact sum, though no masked word is the plain one', () => {
    const masked = maskedOf(values);
    expect(decode(masked.reduce(addWords), scale)).toEqual([-1.5, 8.876]);
    for (const [client, words] of masked.entries()) {
      const plain = encode(at(values, client), scale, 4);
      expect(words[0]).not.toBe(plain[0]);
      expect(words[1]).not.toBe(plain[1]);
    }
  });

  it('has masks with the sum 0, for any number of clients', () => {
    for (const count of [2, 3, 10]) {
      const clients = Array.from({ length: count }, (_, i) => i);
      const masks = clients.map((i) => pairwiseMask(i, clients, 5, sharedSeed));
      expect([...masks.reduce(addWords)]).toEqual([0, 0, 0, 0, 0]);
    }
  });

  it('gives nonsense if one is missing, until its masks are removed', () => {
    const masked = maskedOf(values);
    const present = masked.slice(0, 3).reduce(addWords);
    const [first = 0] = decode(present, scale);
    expect(Math.abs(first)).toBeGreaterThan(1000);
    const missing = pairwiseMask(3, [0, 1, 2, 3], 2, sharedSeed);
    expect(decode(addWords(present, missing), scale)).toEqual([-1.5, 1.876]);
  });

  it('leaks a late update after that, unless it has a mask of its own', () => {
    const late = at(maskedOf(values), 3);
    const missing = pairwiseMask(3, [0, 1, 2, 3], 2, sharedSeed);
    expect(decode(subtractWords(late, missing), scale)).toEqual([0, 7]);
    const own = randomWords(12345, 2);
    const twice = addWords(late, own);
    const seen = decode(subtractWords(twice, missing), scale);
    expect(Math.abs(at(seen, 1) - 7)).toBeGreaterThan(1000);
  });

  it('spreads the masked words evenly over all words', () => {
    const words = randomWords(9, 4000);
    const high = [...words].filter((word) => word >= 2 ** 31).length;
    expect(Math.abs(high / 4000 - 0.5)).toBeLessThan(0.03);
  });

  it('encodes to the nearest step and refuses what might not fit', () => {
    expect(decode(encode([1.2345, -0.0004], 100, 2), 100)).toEqual([1.23, 0]);
    expect(() => encode([600_000], 1000, 4)).toThrow('values must be less');
    expect(decode(encode([500_000], 1000, 4), 1000)).toEqual([500_000]);
  });
});
