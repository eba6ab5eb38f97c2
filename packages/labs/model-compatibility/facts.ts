import { oneHot } from '@runnable-guide/algorithms/classification';
import { roundToFloat16 } from '@runnable-guide/algorithms/float16';
import {
  createNetwork,
  train,
} from '@runnable-guide/algorithms/neural-network';
import { splitDigits } from '@runnable-guide/algorithms/split-digits';
import { logitsOn, type Target } from '@runnable-guide/algorithms/targets';
import { compareResults } from '@runnable-guide/algorithms/tolerance-report';

const { training, test } = splitDigits();
const { network } = train(
  createNetwork({ layerSizes: [64, 12, 10], output: 'softmax' }),
  training.rows,
  oneHot(training.labels, 10),
  { epochs: 8, learningRate: 0.5, batchSize: 10 },
);
const tolerance = { absolute: 0.001, relative: 0.001 };
const target = (
  storage: Target['storage'],
  arithmetic: Target['arithmetic'],
  order: Target['order'] = 'forward',
) =>
  logitsOn({ name: storage, storage, arithmetic, order }, network, test.rows);
const reference = target('float64', 'float64');
const reports = {
  single: compareResults(target('float32', 'float32'), reference, tolerance),
  reversed: compareResults(
    target('float32', 'float32', 'backward'),
    reference,
    tolerance,
  ),
  mixed: compareResults(target('float16', 'float32'), reference, tolerance),
  half: compareResults(target('float16', 'float16'), reference, tolerance),
  int8: compareResults(target('int8', 'float32'), reference, tolerance),
};
const enlarged = scaled(30_000);
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const between = compareResults(
  target('float32', 'float32'),
  target('float32', 'float32', 'backward'),
  tolerance,
);

export const facts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(reports).flatMap(([name, report]) => [
      [`${name}Error`, report.largestError.toExponential(1)],
      [`${name}Within`, percent(report.within)],
      [`${name}Same`, percent(report.sameClass)],
      [`${name}Safe`, percent(report.safe)],
    ]),
  ),
  orderError: between.largestError.toExponential(1),
  enlargedWithin: percent(enlarged.mixed.within),
  enlargedInt8: percent(enlarged.int8.within),
  largestHalf: `${roundToFloat16(65519)}`,
};

/** The lab's `scale`: larger pixels, smaller first weights. */
function scaled(scale: number) {
  const [first = { weights: [], biases: [] }, ...others] = network.layers;
  const weights = first.weights.map((row) => row.map((w) => w / scale));
  const layers = [
    { activation: 'tanh', ...first, weights } as const,
    ...others,
  ];
  const rows = test.rows.map((row) => row.map((value) => value * scale));
  const on = (storage: Target['storage'], arithmetic: Target['arithmetic']) => {
    const settings = { name: storage, storage, arithmetic } as const;
    const all = { ...settings, order: 'forward' } as const;
    return logitsOn(all, { ...network, layers }, rows);
  };
  const exact = on('float64', 'float64');
  return {
    mixed: compareResults(on('float16', 'float32'), exact, tolerance),
    int8: compareResults(on('int8', 'float32'), exact, tolerance),
  };
}
