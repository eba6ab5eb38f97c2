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
  mixedGain: (reports.half.largestError / reports.mixed.largestError).toFixed(
    1,
  ),
  largestHalf: `${roundToFloat16(65519)}`,
};
