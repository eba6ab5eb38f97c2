import { histogram } from '@runnable-guide/algorithms/histogram';
import { at, zipWith } from '@runnable-guide/algorithms/lists';
import type { Matrix } from '@runnable-guide/algorithms/matrix';
import type { Network } from '@runnable-guide/algorithms/neural-network';
import { pruneWeights } from '@runnable-guide/algorithms/pruning';
import { singularTerms } from '@runnable-guide/algorithms/singular-values';
import type { DigitSet } from '@runnable-guide/algorithms/split-digits';
import {
  dequantiseWeights,
  channelErrors as errorsOf,
  type Granularity,
  quantiseWeights,
} from '@runnable-guide/algorithms/weight-quantisation';
import { plot } from 'plot';

/** The weights of the first layer before and after. */
export function weights(
  network: Network,
  bitCounts: readonly number[],
  shares: readonly number[],
): void {
  const before = at(network.layers, 0).weights;
  const limit = Math.max(...before.flat().map(Math.abs));
  const curve = (name: string, values: readonly number[]) => {
    const { middles, counts } = histogram(values, limit, 41);
    return { name, points: zipWith(middles, counts, (x, y) => [x, y]) };
  };
  const show = (after: Matrix, caption: string) => {
    const series = [
      curve('before', before.flat()),
      curve('after', after.flat()),
    ];
    plot.line('weights', {
      series,
      xLabel: 'weight',
      yLabel: 'count',
      caption,
    });
  };
  for (const bits of bitCounts) {
    const after = dequantiseWeights(quantiseWeights(before, { bits }));
    show(after, `Weights of the first layer, ${bits} bits per channel.`);
  }
  for (const share of shares) {
    const { layers } = pruneWeights(network, share);
    const caption = `The ${Math.round(100 * share)}% closest to 0 set to 0.`;
    show(at(layers, 0).weights, caption);
  }
}

/** What sharing one scale costs each unit of the first layer. */
export function channelErrors(
  network: Network,
  bitCounts: readonly number[],
): void {
  const before = at(network.layers, 0).weights;
  for (const bits of bitCounts) {
    const errors = (granularity: Granularity) => {
      const quantised = quantiseWeights(before, { bits, granularity });
      const all = errorsOf(before, dequantiseWeights(quantised));
      const points = all.map((error, index) => [index + 1, error]);
      return { name: `per ${granularity}`, points };
    };
    plot.line('channel-error', {
      series: [errors('tensor'), errors('channel')],
      dots: true,
      xLabel: 'unit',
      yLabel: 'error of its weights',
      caption: `Root of the mean squared error of each unit, ${bits} bits.`,
    });
  }
}

/** How fast the singular values fall decides what a low rank costs. */
export function singularValues(network: Network): void {
  const terms = singularTerms(at(network.layers, 0).weights);
  const points = terms.map(({ value }, index) => [index + 1, value]);
  plot.line('singular-values', {
    series: [{ name: 'singular value', points }],
    dots: true,
    xLabel: 'number',
    yLabel: 'singular value',
    caption: 'Of the first layer. Rank r keeps the first r of them.',
  });
}

/** Ten of the images. */
export function digits({ rows, labels }: DigitSet): void {
  for (const [index, row] of rows.slice(0, 10).entries()) {
    const lines = [7, 6, 5, 4, 3, 2, 1, 0];
    plot.heatmap('digits', {
      values: lines.map((line) => row.slice(8 * line, 8 * line + 8)),
      domain: [0, 1],
      caption: `A test image of the digit ${at(labels, index)}.`,
    });
  }
}
