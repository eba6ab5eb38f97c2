import { createRandom } from './random.ts';
import { checkInteger, checkPositive, refuse } from './validate.ts';

/** Integers modulo 2³²: all that leaves a client. */
export type Words = Uint32Array;

/** The seed that two clients have agreed on; nobody else knows it. */
export type SharedSeed = (lower: number, higher: number) => number;

/**
 * Writes numbers as whole multiples of 1 / scale, negative ones as 2³² minus
 * their size. The masks need integers: sums of floating-point numbers depend
 * on their order, and masks would not cancel exactly.
 *
 * @throws RangeError if the sum over all clients might not fit
 */
export function encode(
  values: readonly number[],
  scale: number,
  clientCount: number,
): Words {
  checkPositive('scale', scale);
  checkInteger('clientCount', clientCount, 1);
  const limit = 2 ** 31 / clientCount / scale;
  for (const value of values) {
    if (Math.abs(value) < limit) continue;
    refuse('values', `less than ${limit} in size`, value);
  }
  return Uint32Array.from(values, (value) => Math.round(value * scale));
}

/** The numbers that the words stand for. */
export function decode(words: Words, scale: number): number[] {
  return Array.from(words, (word) => (word | 0) / scale);
}

/** The sum modulo 2³², place by place. */
export function addWords(left: Words, right: Words): Words {
  // Storing into a Uint32Array keeps the last 32 bits.
  return left.map((word, place) => word + (right[place] ?? 0));
}

/** The difference modulo 2³², place by place. */
export function subtractWords(left: Words, right: Words): Words {
  return left.map((word, place) => word - (right[place] ?? 0));
}

/**
 * The mask of one client: for every other client a list of random words from
 * their shared seed, added by the lower of the two and subtracted by the
 * higher. So the masks of all clients have the sum 0.
 *
 * Method: Bonawitz et al., "Practical secure aggregation for privacy-preserving
 * machine learning", CCS 2017, section 4, without its second mask. The random
 * numbers here are not cryptographic.
 */
export function pairwiseMask(
  client: number,
  clients: readonly number[],
  length: number,
  sharedSeed: SharedSeed,
): Words {
  let mask: Words = new Uint32Array(length);
  for (const other of clients) {
    if (other === client) continue;
    const lower = Math.min(client, other);
    const seed = sharedSeed(lower, Math.max(client, other));
    const words = randomWords(seed, length);
    mask =
      client === lower ? addWords(mask, words) : subtractWords(mask, words);
  }
  return mask;
}

/** Words from a seed: the mask between two clients, or one's own. */
export function randomWords(seed: number, length: number): Words {
  const random = createRandom(seed);
  return new Uint32Array(length).map(() => random() * 2 ** 32);
}
