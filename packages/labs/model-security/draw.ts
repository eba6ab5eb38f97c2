import { at } from '@runnable-guide/algorithms/lists';
import { plot } from 'plot';

/** Accuracy against the size of an attack, a curve for each attack. */
export function accuracy(
  sizes: readonly number[],
  attacks: readonly { name: string; values: readonly number[] }[],
): void {
  plot.line('accuracy', {
    series: attacks.map(({ name, values }) => ({
      name,
      points: sizes.map((size, index) => [size, at(values, index)]),
    })),
    xLabel: 'change of each pixel, at most',
    yLabel: 'accuracy',
    dots: true,
    caption: 'Noise of the same size does little; the direction does the harm.',
  });
}

/** An image of 8 × 8 pixels, row 0 at the top. */
export function image(pixels: readonly number[], caption: string): void {
  plot.heatmap('image', {
    values: [7, 6, 5, 4, 3, 2, 1, 0].map((y) => pixels.slice(8 * y, 8 * y + 8)),
    domain: [0, 1],
    caption,
  });
}
