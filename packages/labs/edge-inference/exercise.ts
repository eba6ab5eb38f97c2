import { checkInteger, refuse } from '@runnable-guide/algorithms/validate';

/** What turns a real number into a code and back. */
export interface QuantisationParameters {
  /** Distance between neighbouring numbers that have a code. */
  scale: number;
  /** The code of the real number 0. */
  zeroPoint: number;
  /** The smallest and the largest code. */
  lowest: number;
  highest: number;
}

/**
 * Parameters that spread all 2^bits codes over the range from min to max,
 * for numbers that lie mostly on one side of 0, such as the results of ReLU.
 * The range is stretched until it has 0 in it, and 0 gets a code of its own:
 * padding and pruned weights stay exactly 0.
 *
 * The real range from min to max (with 0 in it) has to fit the codes from
 * `lowest` to `highest`: how far apart are neighbours? Then choose the whole
 * number that 0 gets as its code. A range that is only 0 needs a scale too:
 * any number greater than 0 will do.
 *
 * Method: Jacob et al., "Quantization and training of neural networks for
 * efficient integer-arithmetic-only inference", CVPR 2018, section 2.1.
 *
 * @param bits from 2 to 16
 * @throws RangeError if min and max are not finite numbers with min ≤ max
 */
export function affineParameters(
  min: number,
  max: number,
  bits = 8,
): QuantisationParameters {
  checkRange(min, max);
  checkInteger('bits', bits, 2, 16);
  const lowest = -(2 ** (bits - 1));
  const highest = 2 ** (bits - 1) - 1;
  return yourTurn('choose the scale and the zero point', {
    min,
    max,
    lowest,
    highest,
  });
}

/**
 * Parameters with zero point 0 for numbers from −largest to largest. The code
 * −2^(bits − 1) stays unused, so that the codes are symmetric too.
 */
export function symmetricParameters(
  largest: number,
  bits = 8,
): QuantisationParameters {
  checkRange(0, largest);
  checkInteger('bits', bits, 2, 16);
  const highest = 2 ** (bits - 1) - 1;
  const scale = largest / highest || 1;
  return { scale, zeroPoint: 0, lowest: -highest, highest };
}

/**
 * The nearest code of each number; numbers out of range get the end code.
 *
 * A code is a whole number from `lowest` to `highest`. How many scales is the
 * number away from 0, and which code has 0?
 */
export function quantise(
  values: readonly number[],
  parameters: QuantisationParameters,
): number[] {
  return yourTurn('divide, round, shift, clip', values, parameters);
}

/** The real number that each code stands for. */
export function dequantise(
  codes: readonly number[],
  parameters: QuantisationParameters,
): number[] {
  return yourTurn('undo the shift, then the division', codes, parameters);
}

function checkRange(min: number, max: number): void {
  if (Number.isFinite(min) && Number.isFinite(max) && min <= max) return;
  refuse('range', 'two finite numbers, the smaller first', `${min}, ${max}`);
}

/** Stands where your code goes; the arguments after the task may help. */
function yourTurn(task: string, ..._ingredients: unknown[]): never {
  throw new Error(`Your turn: ${task}`);
}
