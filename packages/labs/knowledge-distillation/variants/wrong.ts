import { right, type Solution } from './right.ts';

const plain = right['plain'] as Solution;
const ofTheLoss =
  'are those of the loss, measured by small steps to both sides';

function withSoftmax(softenedSoftmax: string): Solution {
  return { ...plain, softenedSoftmax };
}

function withSlopes(from: string, to: string): Solution {
  const distillationSlopes = plain.distillationSlopes.replace(from, to);
  return { ...plain, distillationSlopes };
}

/** What goes wrong, and a test that says so. */
export const wrong: Readonly<
  Record<string, { solution: Solution; fails: string }>
> = {
  'forgets to divide by the sum': {
    solution: withSoftmax(
      'return logits.map((z) => Math.exp((z - largest) / temperature));',
    ),
    fails: 'is softmax at temperature 1',
  },
  'multiplies by the temperature': {
    solution: withSoftmax(
      plain.softenedSoftmax.replace('/ temperature', '* temperature'),
    ),
    fails: 'evens the probabilities out as the temperature rises',
  },
  'divides the finished probabilities by T': {
    solution: withSoftmax(`
      const powers = logits.map((z) => Math.exp(z - largest) / temperature);
      const total = sum(powers);
      return powers.map((power) => power / total);`),
    fails: 'evens the probabilities out as the temperature rises',
  },
  'does not keep the powers finite': {
    solution: withSoftmax(`
      const powers = logits.map((z) => Math.exp(z / temperature));
      const total = sum(powers);
      return powers.map((power) => power / total);`),
    fails: 'gives probabilities with the sum 1, also for huge logits',
  },
  'leaves out parentheses': {
    solution: withSoftmax(
      plain.softenedSoftmax.replace('(z - largest) /', 'z - largest /'),
    ),
    fails: 'keeps the ratio of two classes at e^(difference / T)',
  },
  'changes the logits in place': {
    solution: withSoftmax(`
      const powers = logits as number[];
      for (let i = 0; i < powers.length; i++) {
        powers[i] = Math.exp((at(powers, i) - largest) / temperature);
      }
      const total = sum(powers);
      return powers.map((power) => power / total);`),
    fails: 'does not change when all logits are shifted, nor its argument',
  },
  'forgets the chain rule': {
    solution: withSlopes(
      'scaled ? temperature : 1 / temperature',
      'scaled ? temperature ** 2 : 1',
    ),
    fails: 'become those of least squares on centred logits as T grows',
  },
  'multiplies by T² whether it is asked to or not': {
    solution: withSlopes(
      'scaled ? temperature : 1 / temperature',
      'temperature',
    ),
    fails: 'shrink as 1 / T² if the loss is not multiplied by T²',
  },
  'answers the label at the temperature T': {
    solution: withSlopes(
      'softenedSoftmax(logits, 1)',
      'softenedSoftmax(logits, temperature)',
    ),
    fails: ofTheLoss,
  },
  'takes no label for a label of zeros': {
    solution: withSlopes(
      'if (hard === null) return slope;',
      'if (hard === null) return slope + (1 - softWeight) * at(answer, i);',
    ),
    fails: 'without a label have the part of the teacher alone',
  },
  'swaps the weights of the parts': {
    solution: withSlopes('(1 - softWeight)', 'softWeight'),
    fails: ofTheLoss,
  },
};
