import { at, sum } from './lists.ts';
import { normal, type Random } from './random.ts';
import {
  checkInteger,
  checkMatrix,
  checkNotNegative,
  checkPositive,
  refuse,
} from './validate.ts';

/** Shortens a vector that is longer than the bound to that length. */
export function clip(vector: readonly number[], bound: number): number[] {
  checkPositive('bound', bound);
  const factor = Math.min(1, bound / (Math.hypot(...vector) || 1));
  return vector.map((value) => factor * value);
}

/**
 * The mean of clipped changes with noise: one client, in or out, moves the sum
 * by at most `bound`, and the noise of the sum has the standard deviation
 * noiseMultiplier · bound in each place. Every client counts the same, and the
 * number of clients is public.
 *
 * Method: McMahan et al., "Learning differentially private recurrent language
 * models", ICLR 2018, algorithm 1, with a fixed denominator.
 */
export function privateMean(
  changes: readonly (readonly number[])[],
  {
    bound,
    noiseMultiplier,
    clientCount,
  }: { bound: number; noiseMultiplier: number; clientCount: number },
  random: Random,
): number[] {
  checkMatrix('changes', changes);
  checkNotNegative('noiseMultiplier', noiseMultiplier);
  checkInteger('clientCount', clientCount, changes.length);
  const clipped = changes.map((change) => clip(change, bound));
  return at(clipped, 0).map((_, place) => {
    const total = sum(clipped.map((change) => at(change, place)));
    const noise = noiseMultiplier * bound * normal(random);
    return (total + noise) / clientCount;
  });
}

/**
 * The epsilon of so many releases of a sum with Gaussian noise, for a given
 * delta. One release with noise multiplier z is 1 / (2 z²)-zCDP, those of all
 * rounds add up to ρ, and ρ-zCDP gives ε = ρ + 2 √(ρ ln(1 / δ)).
 *
 * Counts every round for every client: that clients are sampled makes ε
 * smaller only if the sample is truly random and secret. Not used here.
 *
 * Method: Bun and Steinke, "Concentrated differential privacy:
 * simplifications, extensions, and lower bounds", TCC 2016, propositions 1.3
 * and 1.6, lemma 1.7.
 */
export function epsilonOf(
  noiseMultiplier: number,
  rounds: number,
  delta: number,
): number {
  checkNotNegative('noiseMultiplier', noiseMultiplier);
  checkInteger('rounds', rounds, 1);
  if (!(delta > 0 && delta < 1)) {
    refuse('delta', 'a probability between 0 and 1', delta);
  }
  const rho = rounds / (2 * noiseMultiplier ** 2);
  return rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
}
