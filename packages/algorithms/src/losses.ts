import { slopeOf } from './activations.ts';
import { at, sum } from './lists.ts';
import { type Matrix, zipMatrix } from './matrix.ts';
import type { Network } from './network.ts';
import { checkMatrix, refuse } from './validate.ts';

// A probability that has rounded to 0 counts as this, so that ln is finite.
const smallest = 1e-300;

/**
 * The loss of outputs (batch × units) against targets of the same shape. It is
 * a mean over the n examples of the batch:
 * - 'mse': the mean squared error (1 / n m) Σ (a − t)², with m outputs;
 * - 'cross-entropy' after softmax: −(1 / n) Σ t ln a;
 * - 'cross-entropy' after sigmoid: −(1 / n) Σ (t ln a + (1 − t) ln(1 − a)),
 *   where each output answers a yes-or-no question of its own.
 *
 * @throws RangeError if the targets do not suit the outputs or the loss
 */
export function lossOf(
  network: Network,
  outputs: Matrix,
  targets: Matrix,
): number {
  checkTargets(network, outputs, targets);
  const { activation } = at(network.layers, -1);
  const cost = (a: number, t: number): number => {
    if (network.loss === 'mse') return (a - t) ** 2;
    const yes = t * Math.log(Math.max(a, smallest));
    if (activation === 'softmax') return -yes;
    return -yes - (1 - t) * Math.log(Math.max(1 - a, smallest));
  };
  const costs = zipMatrix(outputs, targets, cost).flat();
  return sum(costs) / (network.loss === 'mse' ? costs.length : outputs.length);
}

/**
 * ∂loss/∂z, the derivative of `lossOf` by the weighted sums z of the last
 * layer. For cross-entropy the derivatives of the logarithm and of sigmoid or
 * softmax cancel to (a − t) / n: Bishop, "Pattern Recognition and Machine
 * Learning", 2006, section 5.2.
 */
export function outputDelta(
  network: Network,
  outputs: Matrix,
  targets: Matrix,
): number[][] {
  checkTargets(network, outputs, targets);
  if (network.loss === 'cross-entropy') {
    return zipMatrix(outputs, targets, (a, t) => (a - t) / outputs.length);
  }
  const slopeAt = slopeOf(at(network.layers, -1).activation);
  const count = outputs.flat().length;
  return zipMatrix(outputs, targets, (a, t) => {
    return (2 * (a - t) * slopeAt(a)) / count;
  });
}

function checkTargets(
  { layers, loss }: Network,
  outputs: Matrix,
  targets: Matrix,
): void {
  const columns = at(outputs, 0).length;
  checkMatrix('targets', targets, { rows: outputs.length, columns });
  if (loss === 'mse') return;
  for (const [index, row] of targets.entries()) {
    const name = `targets[${index}] with loss 'cross-entropy'`;
    if (row.some((t) => t < 0 || t > 1)) {
      refuse(name, 'probabilities from 0 to 1', `[${row.join(', ')}]`);
    }
    const isDistribution = at(layers, -1).activation === 'softmax';
    if (isDistribution && Math.abs(sum(row) - 1) > 1e-6) {
      refuse(name, 'probabilities with the sum 1', `[${row.join(', ')}]`);
    }
  }
}
