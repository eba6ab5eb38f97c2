import { describe, expect, it } from 'vitest';
import { gradientSigns, inputGradient, perturb } from './gradient-sign.ts';
import { createNetwork, lossOf, predict } from './neural-network.ts';

describe('inputGradient', () => {
  it('is the slope of the loss, measured with small steps', () => {
    const network = createNetwork({
      layerSizes: [3, 5, 4, 2],
      output: 'softmax',
      seed: 4,
    });
    const input = [0.3, -0.7, 1.1];
    const target = [0, 1];
    const loss = (x: number[]) =>
      lossOf(network, predict(network, [x]), [target]);
    const h = 1e-6;
    const slopes = input.map((value, i) => {
      const up = loss(input.with(i, value + h));
      return (up - loss(input.with(i, value - h))) / (2 * h);
    });
    const gradient = inputGradient(network, input, target);
    for (const [i, slope] of slopes.entries()) {
      expect(gradient[i]).toBeCloseTo(slope, 8);
    }
  });
});

describe('gradientSigns and perturb', () => {
  it('move the logit of a linear model by size · Σ|w|', () => {
    // Goodfellow, Shlens and Szegedy, section 3: wᵀη = ε ‖w‖₁.
    const network = createNetwork({ layerSizes: [50, 1], seed: 2 });
    const weights = network.layers[0]?.weights.flat() ?? [];
    const input = weights.map((_, index) => Math.sin(index));
    const signs = gradientSigns(network, input, [1]);
    const moved = perturb(input, signs, 0.1);
    const logit = (p: number) => Math.log(p / (1 - p));
    const [[before = 0] = [], [after = 0] = []] = predict(network, [
      input,
      moved,
    ]);
    const total = weights.reduce((sum, w) => sum + Math.abs(w), 0);
    expect(logit(before) - logit(after)).toBeCloseTo(0.1 * total, 9);
  });

  it('change no feature by more than the size', () => {
    expect(perturb([1, 2, 3], [1, -1, 0], 0.25)).toEqual([1.25, 1.75, 3]);
    expect(() => perturb([1], [1], -1)).toThrow(
      'size must be a finite number of at least 0; got -1',
    );
  });
});
