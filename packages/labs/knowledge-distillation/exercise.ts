import { at, sum, zipWith } from '@runnable-guide/algorithms/lists';
import { checkPositive, refuse } from '@runnable-guide/algorithms/validate';

/** How the teacher's answer and the label are mixed into one loss. */
export interface Mixture {
  /** T, greater than 0. 1 leaves the probabilities as they are. */
  temperature: number;
  /** α, from 0 (labels only) to 1 (teacher only). */
  softWeight: number;
  /** Whether the soft part is multiplied by T². Default: true. */
  scaled?: boolean;
}

/** What a student is to learn from one example. */
export interface Lesson {
  /** The teacher's probabilities at the temperature of the mixture. */
  soft: readonly number[];
  /** The label as probabilities; null if there is no label. */
  hard: readonly number[] | null;
}

// Keeps the logarithm of a probability of 0 finite.
const smallest = 1e-300;

/**
 * Softmax at a temperature T: pᵢ = e^(zᵢ/T) / Σ e^(zⱼ/T). The higher T, the
 * more even the probabilities; their order stays.
 *
 * Powers of large logits overflow, and infinity / infinity is NaN. Softmax does
 * not change when the same number is subtracted from every logit first:
 * `largest` is a good choice.
 *
 * Method: Hinton, Vinyals and Dean, "Distilling the knowledge in a neural
 * network", arXiv:1503.02531 (2015), equation 1.
 *
 * @throws RangeError if the logits are not finite numbers or T is not positive
 */
export function softenedSoftmax(
  logits: readonly number[],
  temperature: number,
): number[] {
  checkPositive('temperature', temperature);
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!Number.isFinite(largest)) refuse('logits', 'finite numbers', logits);
  return yourTurn('make probabilities of the logits', {
    logits,
    largest,
    temperature,
  });
}

/**
 * The student's loss on one example,
 * α T² KL(soft ‖ q at T) + (1 − α) CE(hard, q at 1), where q is the softened
 * softmax of the student's logits. Without a label the first part is all.
 */
export function distillationLoss(
  logits: readonly number[],
  { soft, hard }: Lesson,
  { temperature, softWeight, scaled = true }: Mixture,
): number {
  const factor = softWeight * (scaled ? temperature ** 2 : 1);
  const divergence = crossEntropy(soft, softenedSoftmax(logits, temperature));
  const softPart = factor * (divergence - crossEntropy(soft, soft));
  if (hard === null) return softPart;
  const answer = softenedSoftmax(logits, 1);
  return softPart + (1 - softWeight) * crossEntropy(hard, answer);
}

/** −Σ p ln q. */
function crossEntropy(p: readonly number[], q: readonly number[]): number {
  return sum(
    zipWith(p, q, (pi, qi) => {
      return pi === 0 ? 0 : -pi * Math.log(Math.max(qi, smallest));
    }),
  );
}

/**
 * The derivative of `distillationLoss` by the student's logits.
 *
 * The derivative of a cross-entropy by what goes into softmax is q − p, the
 * answer minus the target. Into the softened softmax goes z / T, so the chain
 * rule adds a factor 1 / T. Then come the weights of the two parts, and T² if
 * the loss is `scaled`. Without a label there is only the soft part.
 */
export function distillationSlopes(
  logits: readonly number[],
  { soft, hard }: Lesson,
  { temperature, softWeight, scaled = true }: Mixture,
): number[] {
  return yourTurn(
    'add the slopes of the two parts',
    { logits, soft, hard, temperature, softWeight, scaled },
    softenedSoftmax,
    at,
  );
}

/** Stands where your code goes; the arguments after the task may help. */
function yourTurn(task: string, ..._ingredients: unknown[]): never {
  throw new Error(`Your turn: ${task}`);
}
