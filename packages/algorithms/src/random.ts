import { at } from './lists.ts';
import { checkInteger } from './validate.ts';

/** A source of numbers, uniform in [0, 1). */
export type Random = () => number;

/**
 * Creates a source of pseudo-random numbers. The same seed gives the same
 * numbers on every machine, so a run can be repeated. Not for cryptography.
 *
 * Method: mulberry32, a 32-bit generator by Tommy Ettinger (public domain).
 *
 * @param seed an integer from 0 to 2³² − 1
 */
export function createRandom(seed: number): Random {
  checkInteger('seed', seed, 0, 2 ** 32 - 1);
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A shuffled copy of the items, every order equally likely.
 *
 * Method: Fisher–Yates in the form of Durstenfeld, "Algorithm 235: Random
 * permutation", Communications of the ACM 7 (1964), p. 420.
 */
export function shuffle<Item>(items: readonly Item[], random: Random): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const chosen = Math.floor(random() * (last + 1));
    const item = at(shuffled, chosen);
    shuffled[chosen] = at(shuffled, last);
    shuffled[last] = item;
  }
  return shuffled;
}

/**
 * A number from the standard normal distribution (mean 0, variance 1).
 *
 * Method: Box and Muller, "A note on the generation of random normal
 * deviates", Annals of Mathematical Statistics 29 (1958), pp. 610–611.
 */
export function normal(random: Random): number {
  // 1 − u lies in (0, 1], where the logarithm is finite.
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return radius * Math.cos(2 * Math.PI * random());
}
