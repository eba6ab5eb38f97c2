import type { ScatterData, XY } from '@runnable-guide/sandbox/plot';
import {
  type Area,
  axisNames,
  fittingTicks,
  rightMargin,
  xAxis,
  xAxisHeight,
  yAxis,
  yAxisWidth,
  yTitle,
  yTitleHeight,
} from './axis.ts';
import { canvas, emptyNote } from './canvas.ts';
import type { Context } from './context.ts';
import { classItems, type LegendItem, legend } from './legend.ts';
import { isDrawable } from './number.ts';
import { type Domain, domainOf, linearScale, padDomain } from './scale.ts';
import { classColour, ink, isClass, markPath, paper } from './style.ts';
import { el, type Markup, path } from './svg.ts';

export function scatter(
  frames: readonly ScatterData[],
  data: ScatterData,
  context: Context,
): Markup {
  const { width } = context;
  const layout = scatterLayout(frames, data, context);
  const { key, area, xScale, yScale, yTicks, xLabel, yLabel, height } = layout;
  const place = (point: XY): [number, number] => [
    xScale.at(point[0] ?? Number.NaN),
    yScale.at(point[1] ?? Number.NaN),
  ];
  return canvas(
    context,
    'scatter',
    height,
    key.markup,
    yTitle(key.height, yLabel, width),
    yAxis(yScale, yTicks, area),
    xAxis(xScale, fittingTicks(xScale), area, xLabel),
    data.links ? links(data, place) : undefined,
    pointMarks(data.points, data.labels, place),
    centroidMarks(data.centroids ?? [], place),
    layout.isEmpty
      ? emptyNote(context, (area.top + area.bottom) / 2)
      : undefined,
  );
}

/** Where things stand in a scatter plot: its scales, axes and legend. */
export function scatterLayout(
  frames: readonly ScatterData[],
  data: ScatterData,
  context: Context,
) {
  const { width, translate } = context;
  const key = legend(legendItems(frames, context), 0, width);
  const { xLabel, yLabel } = axisNames(frames, data, translate);
  const top = key.height + yTitleHeight(yLabel);

  const all = frames
    .flatMap((frame) => [...frame.points, ...(frame.centroids ?? [])])
    .filter(([x = NaN, y = NaN]) => isDrawable(x) && isDrawable(y));
  const across = width - 44;
  let xDomain = padDomain(domainOf(coordinates(all, 0)), 0.07);
  let yDomain = padDomain(domainOf(coordinates(all, 1)), 0.07);
  const shape = (yDomain[1] - yDomain[0]) / (xDomain[1] - xDomain[0]);
  const tall = across * Math.min(Math.max(shape, 0.62), 0.9);
  [xDomain, yDomain] = sameUnit(xDomain, yDomain, tall / across);

  const yScale = linearScale(yDomain, [top + tall, top]);
  const yTicks = yScale.ticks(6);
  const area: Area = {
    left: yAxisWidth(yTicks),
    right: width - rightMargin,
    top,
    bottom: top + tall,
  };
  const xScale = linearScale(xDomain, [area.left, area.right]);
  const height = area.bottom + xAxisHeight(xLabel);
  const isEmpty = all.length === 0;
  return { key, area, xScale, yScale, yTicks, xLabel, yLabel, height, isEmpty };
}

/** Marks of points; those that have no place are left out. */
function pointMarks(
  points: readonly XY[],
  labels: readonly number[] | undefined,
  place: (point: XY) => [number, number],
): Markup {
  const size = points.length > 400 ? 3.5 : points.length > 60 ? 5 : 6.5;
  const marks = points.map((point, index) => {
    const [x, y] = place(point);
    if (!Number.isFinite(x + y)) return undefined;
    const label = labels ? labels[index] : 0;
    const colour = classColour(label);
    return el('path', {
      d: markPath(label, x, y, size),
      fill: isClass(label) ? colour : 'none',
      stroke: colour,
    });
  });
  return el('g', { 'fill-opacity': '0.55', 'stroke-width': 1.3 }, marks);
}

function centroidMarks(
  centroids: readonly XY[],
  place: (point: XY) => [number, number],
): Markup {
  return el(
    'g',
    { 'stroke-linejoin': 'round' },
    centroids.map((centroid, index) => {
      const [x, y] = place(centroid);
      if (!Number.isFinite(x + y)) return undefined;
      return centroidMark(index, x, y);
    }),
  );
}

function centroidMark(label: number, x: number, y: number, size = 11): Markup {
  const d = markPath(label, x, y, size);
  const arm = size * 0.36;
  return el(
    'g',
    {},
    el('path', { d, fill: 'none', stroke: paper, 'stroke-width': 7 }),
    el('path', {
      d,
      fill: classColour(label),
      stroke: ink,
      'stroke-width': 2.4,
    }),
    el('path', {
      d: path('M', x - arm, y, 'h', 2 * arm, 'M', x, y - arm, 'v', 2 * arm),
      stroke: paper,
      'stroke-width': 2,
    }),
  );
}

function links(
  { points, labels, centroids }: ScatterData,
  place: (point: XY) => [number, number],
): Markup {
  const lines = points.map((point, index) => {
    const label = labels?.[index];
    const centroid = isClass(label) ? centroids?.[label] : undefined;
    if (!centroid) return undefined;
    const [x, y] = place(point);
    const [toX, toY] = place(centroid);
    if (!Number.isFinite(x + y + toX + toY)) return undefined;
    return el('path', {
      d: path('M', x, y, 'L', toX, toY),
      stroke: classColour(label),
    });
  });
  return el('g', { 'stroke-opacity': '0.5', 'stroke-width': 1.3 }, lines);
}

function legendItems(
  frames: readonly ScatterData[],
  context: Context,
): LegendItem[] {
  const count = Math.max(0, ...frames.map((f) => f.centroids?.length ?? 0));
  const labels = frames.flatMap((frame) => frame.labels ?? []);
  const items = classItems([...labels, ...Array(count).keys()], context);
  if (count > 0) {
    items.push({
      text: context.words.centroid,
      markWidth: 20,
      mark: (x, y) => centroidMark(0, x, y, 8),
    });
  }
  return items;
}

/**
 * Domains in which one unit is as long on both axes, because distances are
 * what such a picture is about; as they were when that would waste the area.
 */
function sameUnit(x: Domain, y: Domain, areaShape: number): [Domain, Domain] {
  const shape = (y[1] - y[0]) / (x[1] - x[0]);
  const stretch = areaShape / shape;
  if (stretch >= 1 && stretch <= 1.6) {
    return [x, padDomain(y, (stretch - 1) / 2)];
  }
  if (stretch < 1 && stretch >= 1 / 1.6) {
    return [padDomain(x, (1 / stretch - 1) / 2), y];
  }
  return [x, y];
}

function* coordinates(points: readonly XY[], axis: number): Generator<number> {
  for (const point of points) yield point[axis] ?? Number.NaN;
}
