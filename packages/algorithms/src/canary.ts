import { checkInteger, checkPositive, refuse } from './validate.ts';

export interface CanaryOptions {
  /** Share of failed requests of the old and of the new version. */
  stableErrorRate: number;
  canaryErrorRate: number;
  /** No verdict before the new version has answered so many requests. */
  minRequests: number;
  /** Roll back if `errorScore` exceeds this. */
  maxScore: number;
}

/** What a version has answered. */
export interface Tally {
  answered: number;
  failed: number;
}

/**
 * By how many standard errors the canary fails more often than the stable
 * version: the two-proportion z-score with pooled variance. Beyond 1.96 in
 * one look, chance alone is an unlikely reason (2.5%).
 *
 * Source: Fleiss, Levin and Paik, "Statistical methods for rates and
 * proportions", 3rd edition, 2003, section 3.1.
 */
export function errorScore(stable: Tally, canary: Tally): number {
  if (stable.answered === 0 || canary.answered === 0) return 0;
  const answered = stable.answered + canary.answered;
  const pooled = (stable.failed + canary.failed) / answered;
  if (pooled === 0 || pooled === 1) return 0;
  const sizes = 1 / stable.answered + 1 / canary.answered;
  const error = Math.sqrt(pooled * (1 - pooled) * sizes);
  const stableRate = stable.failed / stable.answered;
  return (canary.failed / canary.answered - stableRate) / error;
}

/** Whether the canary has failed so often that the old version returns. */
export function shouldRollBack(
  stable: Tally,
  canary: Tally,
  { minRequests, maxScore }: CanaryOptions,
): boolean {
  if (canary.answered < minRequests) return false;
  return errorScore(stable, canary) > maxScore;
}

/** Throws a RangeError if an option is not as described. */
export function checkCanary(options: CanaryOptions): void {
  for (const name of ['stableErrorRate', 'canaryErrorRate'] as const) {
    const rate = options[name];
    if (!(rate >= 0 && rate <= 1)) refuse(name, 'from 0 to 1', rate);
  }
  checkInteger('minRequests', options.minRequests, 1);
  checkPositive('maxScore', options.maxScore);
}
