import { histogram } from '@runnable-guide/algorithms/histogram';
import { at } from '@runnable-guide/algorithms/lists';
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
  const show = (values: readonly number[], caption: string) => {
    const limit = Math.max(...before.flat().map(Math.abs));
    const { middles, counts } = histogram(values, limit, 41);
    const labels = middles.map((middle) => middle.toFixed(2));
    const series = [{ name: 'weights', values: counts }];
    const axes = { xLabel: 'weight', yLabel: 'count' };
    plot.bars('weights', { labels, series, ...axes, caption });
  };
  show(before.flat(), 'float32, as trained.');
  for (const bits of bitCounts) {
    const after = dequantiseWeights(quantiseWeights(before, { bits }));
    show(after.flat(), `${bits} bits per channel.`);
  }
  for (const share of shares) {
    const { layers } = pruneWeights(network, share);
    const caption = `${Math.round(100 * share)}% of all weights set to 0.`;
    show(at(layers, 0).weights.flat(), caption);
  }
}

/** What sharing one scale costs each unit of the first layer. */
export function channelErrors(
  network: Network,
  bitCounts: readonly number[],
): void {
  const { weights: before, biases } = at(network.layers, 0);
  for (const bits of bitCounts) {
    const errors = (granularity: Granularity) => {
      const quantised = quantiseWeights(before, { bits, granularity });
      return errorsOf(before, dequantiseWeights(quantised));
    };
    plot.bars('channel-error', {
      labels: biases.map((_, index) => String(index)),
      series: [
        { name: 'per tensor', values: errors('tensor') },
        { name: 'per channel', values: errors('channel') },
      ],
      xLabel: 'unit',
      yLabel: 'error of its weights',
      caption: `Root of the mean squared error, ${bits} bits.`,
    });
  }
}

/** How fast the singular values fall decides what a low rank costs. */
export function singularValues(network: Network): void {
  const terms = singularTerms(at(network.layers, 0).weights);
  plot.bars('singular-values', {
    labels: terms.map((_, index) => String(index + 1)),
    series: [{ name: 'singular value', values: terms.map((t) => t.value) }],
    xLabel: 'number',
    yLabel: 'singular value',
    caption: 'Of the first layer. A rank r keeps the first r of them.',
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
