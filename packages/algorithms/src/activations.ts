import { refuse } from './validate.ts';

/** What a hidden layer can apply to its weighted sums. */
export type Activation = 'sigmoid' | 'tanh' | 'relu';

/** What the last layer can apply: numbers, probabilities, a distribution. */
export type OutputActivation = 'linear' | 'sigmoid' | 'softmax';

export type LayerActivation = Activation | OutputActivation;

export const activations: readonly Activation[] = ['sigmoid', 'tanh', 'relu'];

interface UnitFunction {
  apply: (z: number) => number;
  /** The derivative, as a function of the result a = apply(z). */
  slopeAt: (a: number) => number;
}

const unitFunctions = {
  sigmoid: { apply: sigmoid, slopeAt: (a) => a * (1 - a) },
  tanh: { apply: Math.tanh, slopeAt: (a) => 1 - a * a },
  // At z = 0 ReLU has no derivative; 0 is the usual choice.
  relu: { apply: (z) => Math.max(0, z), slopeAt: (a) => (a > 0 ? 1 : 0) },
  linear: { apply: (z) => z, slopeAt: () => 1 },
} satisfies Record<string, UnitFunction>;

/** 1 / (1 + e⁻ᶻ), which goes from 0 to 1. */
function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}

/** e^zⱼ / Σ e^zₖ: positive numbers with the sum 1. */
function softmax(row: readonly number[]): number[] {
  // The same factor above and below the line keeps the powers finite.
  const largest = row.reduce((a, b) => Math.max(a, b));
  const powers = row.map((z) => Math.exp(z - largest));
  const total = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / total);
}

/** Applies an activation to the weighted sums of one example. */
export function activate(
  row: readonly number[],
  activation: LayerActivation,
): number[] {
  if (activation === 'softmax') return softmax(row);
  return row.map(unitFunctions[activation].apply);
}

/** The derivative of an activation, as a function of its result a. */
export function slopeOf(activation: LayerActivation): (a: number) => number {
  if (activation === 'softmax') {
    refuse('activation', 'one that works on each unit alone', activation);
  }
  return unitFunctions[activation].slopeAt;
}
