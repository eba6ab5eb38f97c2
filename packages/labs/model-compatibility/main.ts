import { oneHot } from '@runnable-guide/algorithms/classification';
import {
  createNetwork,
  train,
} from '@runnable-guide/algorithms/neural-network';
import { splitDigits } from '@runnable-guide/algorithms/split-digits';
import { logitsOn, type Target } from '@runnable-guide/algorithms/targets';
import { compareResults } from '@runnable-guide/algorithms/tolerance-report';
import { plot } from 'plot';

// Change these and run again.
const tolerance = { absolute: 0.001, relative: 0.001 };
const scale = 1; // 30_000: the same function with large pixels
const order = 'forward';
const targets: Target[] = [
  { name: 'float32', storage: 'float32', arithmetic: 'float32', order },
  {
    name: 'float32, other order',
    storage: 'float32',
    arithmetic: 'float32',
    order: 'backward',
  },
  {
    name: 'float16, sums in float32',
    storage: 'float16',
    arithmetic: 'float32',
    order,
  },
  { name: 'float16', storage: 'float16', arithmetic: 'float16', order },
  { name: 'int8', storage: 'int8', arithmetic: 'float32', order },
];

const { training, test } = splitDigits();
const enlarge = (row: number[]) => row.map((value) => value * scale);
const { network } = train(
  createNetwork({
    layerSizes: [64, 12, 10],
    activation: 'tanh',
    output: 'softmax',
  }),
  training.rows,
  oneHot(training.labels, 10),
  { epochs: 8, learningRate: 0.5, batchSize: 10 },
);
// The same network for larger pixels: its first weights shrink accordingly.
const [first, ...others] = network.layers;
const weights = first?.weights.map((row) => row.map((w) => w / scale)) ?? [];
const layers = first === undefined ? [] : [{ ...first, weights }, ...others];
const scaled = { ...network, layers };
const inputs = test.rows.map(enlarge);

const float64 = { storage: 'float64', arithmetic: 'float64', order } as const;
const reference = logitsOn({ name: 'reference', ...float64 }, scaled, inputs);
const reports = targets.map((target) => {
  const logits = logitsOn(target, scaled, inputs);
  return { target, ...compareResults(logits, reference, tolerance) };
});

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
plot.table('report', {
  columns: ['target', 'largest error', 'in tolerance', 'same class', 'safe'],
  rows: reports.map(({ target, largestError, within, sameClass, safe }) => [
    target.name,
    largestError.toExponential(1),
    percent(within),
    percent(sameClass),
    percent(safe),
  ]),
  caption:
    'Logits of 200 images against float64. Safe: the two best classes are ' +
    'farther apart than twice the largest error.',
});
plot.bars('errors', {
  labels: reports.map(({ target }) => target.name),
  series: [
    {
      name: 'decimal digits lost',
      values: reports.map(({ largestError }) => 16 + Math.log10(largestError)),
    },
  ],
  yLabel: 'decimal digits lost',
  caption: 'The largest error as a power of ten, above 1e-16.',
});
for (const { target, within } of reports) {
  const verdict = within === 1 ? 'passes' : 'fails';
  console.log(`${target.name} ${verdict} with ${JSON.stringify(tolerance)}`);
}
