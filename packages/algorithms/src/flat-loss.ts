import { type FlatLayer, slopeAt } from './flat-layer.ts';
import { at } from './lists.ts';
import type { Network } from './network.ts';

// As in `lossOf`: a probability that has rounded to 0 counts as this.
const smallest = 1e-300;

/** `outputDelta` of losses.ts, written into the delta of the last layer. */
export function writeOutputDelta(
  { loss }: Network,
  { outputs, delta, size, activation }: FlatLayer,
  targets: Float64Array,
  count: number,
): void {
  for (let i = 0; i < count * size; i++) {
    const a = outputs[i] as number;
    const error = a - (targets[i] as number);
    delta[i] =
      loss === 'mse'
        ? (2 * error * slopeAt(a, activation)) / (count * size)
        : error / count;
  }
}

/** `lossOf` for outputs and targets in flat arrays. */
export function measureLoss(
  { layers, loss }: Network,
  outputs: Float64Array,
  targets: Float64Array,
  columns: number,
  rows: number,
): number {
  const { activation } = at(layers, -1);
  let sum = 0;
  for (let i = 0; i < rows * columns; i++) {
    const a = outputs[i] as number;
    const t = targets[i] as number;
    if (loss === 'mse') {
      sum += (a - t) ** 2;
      continue;
    }
    const yes = t * Math.log(Math.max(a, smallest));
    const no = (1 - t) * Math.log(Math.max(1 - a, smallest));
    sum += activation === 'softmax' ? -yes : -yes - no;
  }
  return sum / (loss === 'mse' ? rows * columns : rows);
}
