import {
  createNetwork,
  train,
} from '@runnable-guide/algorithms/neural-network';
import { trainFast } from '@runnable-guide/algorithms/neural-network-fast';
import { race } from '@runnable-guide/algorithms/race';
import { createRandom } from '@runnable-guide/algorithms/random';
import { plot } from 'plot';

// Change these and run again.
const layerSizes = [2, 16, 16, 1];
const n = 128; // samples
const epochs = 4;
const batchSizes = [1, 8, 32, 128];
const rounds = 3;

// XOR of the signs of two inputs.
const random = createRandom(3);
const inputs = Array.from({ length: n }, () => [
  2 * random() - 1,
  2 * random() - 1,
]);
const targets = inputs.map(([a = 0, b = 0]) => [a * b > 0 ? 1 : 0]);
const network = createNetwork({ layerSizes });

const runs: Awaited<ReturnType<typeof compare>>[] = [];
for (const batchSize of batchSizes) {
  runs.push(await compare(batchSize));
}

const isMeasured = runs.some(({ slow }) => slow > 0);
const inMs = (ms: number) => (ms < 0.05 ? '< 0.1' : ms.toFixed(1));
plot.table('times', {
  columns: ['batch size', 'steps', 'readable, ms', 'fast, ms', 'times as fast'],
  rows: runs.map(({ batchSize, slow, quick }) => {
    const steps = epochs * Math.ceil(n / batchSize);
    const ratio = slow / Math.max(quick, 0.05);
    return isMeasured
      ? [batchSize, steps, inMs(slow), inMs(quick), ratio.toFixed(1)]
      : [batchSize, steps, '–', '–', '–'];
  }),
  caption: isMeasured
    ? `Measured on this machine: median of ${rounds} rounds.`
    : 'Press Run to measure the times on your own machine.',
});

plot.line('loss', {
  series: runs.map(({ batchSize, losses }) => ({
    name: `batches of ${batchSize}`,
    points: losses.map((loss, epoch): [number, number] => [epoch, loss]),
  })),
  xLabel: 'epoch',
  yLabel: 'loss',
  dots: true,
  caption:
    'Larger batches take fewer steps for an epoch: it costs less time, and ' +
    'the loss falls less.',
});

async function compare(batchSize: number) {
  const options = { epochs, batchSize, learningRate: 0.2 };
  const readable = train(network, inputs, targets, options);
  const fast = trainFast(network, inputs, targets, options);
  const same = JSON.stringify(readable) === JSON.stringify(fast);
  console.log(`batches of ${batchSize}: the same to the last bit: ${same}`);
  await pause();
  const [slow = 0, quick = 0] = await race(
    [
      () => train(network, inputs, targets, options),
      () => trainFast(network, inputs, targets, options),
    ],
    rounds,
    () => performance.now(),
    pause,
  );
  return { batchSize, losses: fast.losses, slow, quick };
}

/** Shows what there is so far. A program that never pauses is stopped. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
