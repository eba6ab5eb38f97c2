import type { PlotFrame } from '@runnable-guide/sandbox/plot';
import { isDrawable } from './number.ts';

/** How many values of a frame cannot be drawn: NaN, infinite or enormous. */
export function oddNumbers(frame: PlotFrame): number {
  switch (frame.kind) {
    case 'scatter': {
      const { points, centroids = [] } = frame.data;
      return oddPoints([...points, ...centroids]);
    }
    case 'line': {
      const points = frame.data.series.flatMap((series) => series.points);
      if (frame.data.yScale !== 'log') return oddPoints(points);
      return oddPoints(
        points.map(([x = NaN, y = NaN]) => [x, y > 0 ? y : NaN]),
      );
    }
    case 'bars':
      return odd(frame.data.series.flatMap((series) => series.values));
    case 'heatmap':
      return odd(frame.data.values.flat()) + oddPoints(frame.data.points ?? []);
    case 'network':
      return (
        odd(frame.data.weights.flat(2)) + odd((frame.data.biases ?? []).flat())
      );
    case 'tree':
    case 'table':
      return 0;
  }
}

function odd(values: readonly number[]): number {
  return values.filter((value) => !isDrawable(value)).length;
}

function oddPoints(points: readonly (readonly number[])[]): number {
  return points.filter(([x = NaN, y = NaN]) => !isDrawable(x) || !isDrawable(y))
    .length;
}
