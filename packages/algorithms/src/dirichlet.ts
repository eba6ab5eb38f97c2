import { sum } from './lists.ts';
import { normal, type Random } from './random.ts';
import { checkPositive, refuse } from './validate.ts';

/**
 * The logarithm of a number from the gamma distribution with this shape and
 * scale 1. The logarithm, because for a small shape nearly every number is too
 * small for a floating-point number.
 *
 * Method: Marsaglia and Tsang, "A simple method for generating gamma
 * variables", ACM Transactions on Mathematical Software 26 (2000),
 * pp. 363–372; a shape below 1 by the power of a uniform number.
 */
export function logGamma(shape: number, random: Random): number {
  checkPositive('shape', shape);
  if (shape < 1) {
    return logGamma(shape + 1, random) + Math.log(1 - random()) / shape;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const limit = x ** 2 / 2 + d - d * v + d * Math.log(v);
    if (Math.log(1 - random()) < limit) return Math.log(d * v);
  }
}

/**
 * Random proportions: `count` numbers of at least 0 with the sum 1, from the
 * symmetric Dirichlet distribution. A large concentration gives nearly equal
 * proportions, a small one gives nearly all to one; Infinity gives equal ones.
 */
export function dirichlet(
  count: number,
  concentration: number,
  random: Random,
): number[] {
  if (!(concentration > 0)) {
    refuse('concentration', 'a number greater than 0', concentration);
  }
  const places = Array.from({ length: count });
  if (concentration === Infinity) return places.map(() => 1 / count);
  const logarithms = places.map(() => logGamma(concentration, random));
  const largest = Math.max(...logarithms);
  const shares = logarithms.map((value) => Math.exp(value - largest));
  const total = sum(shares);
  return shares.map((share) => share / total);
}
