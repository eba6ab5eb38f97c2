import type { LineData, LineSeries, XY } from '@runnable-guide/sandbox/plot';
import {
  type Area,
  axisNames,
  fittingTicks,
  haloed,
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
import { type LegendItem, legend } from './legend.ts';
import { boldFactor, fitText, textWidth } from './measure.ts';
import {
  domainOf,
  linearScale,
  logDomainOf,
  logScale,
  niceDomain,
} from './scale.ts';
import {
  classColour,
  classTextColour,
  dashOf,
  fontSize,
  lineHeight,
  markPath,
} from './style.ts';
import { el, type Markup, path } from './svg.ts';

type Place = (point: XY) => [number, number];

export function line(
  frames: readonly LineData[],
  data: LineData,
  context: Context,
): Markup {
  const { width, translate } = context;
  const { xLabel, yLabel } = axisNames(frames, data, translate);
  const names = seriesNames(frames).map(translate);
  const isObvious = names.length === 1 && (!names[0] || names[0] === yLabel);
  const nameWidth = Math.max(
    0,
    ...names.map((n) => textWidth(n, fontSize) * boldFactor),
  );
  const isDirect = !isObvious && names.length <= 5 && nameWidth < width * 0.3;
  const items = isObvious || isDirect ? [] : names.map(legendItem);
  const key = legend(items, 0, width);
  const top = key.height + yTitleHeight(yLabel);
  const height = (width - 60) * 0.6;

  const points = frames.flatMap((f) => f.series.flatMap((s) => s.points));
  const xValues = points.map((point) => point[0] ?? Number.NaN);
  const yValues = points.map((point) => point[1] ?? Number.NaN);
  const range = [top + height, top] as const;
  const yScale =
    data.yScale === 'log'
      ? logScale(logDomainOf(yValues), range)
      : linearScale(niceDomain(domainOf(yValues), 5), range);
  const yTicks = yScale.ticks(6);
  const area: Area = {
    left: yAxisWidth(yTicks),
    right: width - (isDirect ? nameWidth + 12 : rightMargin),
    top,
    bottom: top + height,
  };
  const xScale = linearScale(domainOf(xValues), [area.left, area.right]);
  const place: Place = (point) => [
    xScale.at(point[0] ?? Number.NaN),
    yScale.at(point[1] ?? Number.NaN),
  ];
  return canvas(
    context,
    'line',
    area.bottom + xAxisHeight(xLabel),
    key.markup,
    yTitle(key.height, yLabel, width),
    yAxis(yScale, yTicks, area),
    xAxis(xScale, fittingTicks(xScale), area, xLabel, false),
    data.series.map((series, index) =>
      seriesMarks(series, index, place, data.dots ?? false),
    ),
    isDirect ? directLabels(data.series, place, area, context) : undefined,
    points.length === 0 ? emptyNote(context, top + height / 2) : undefined,
  );
}

function seriesNames(frames: readonly LineData[]): string[] {
  const longest = frames.reduce<readonly LineSeries[]>(
    (most, { series }) => (series.length > most.length ? series : most),
    [],
  );
  return longest.map((series) => series.name);
}

function legendItem(text: string, index: number): LegendItem {
  return {
    text,
    markWidth: 34,
    mark: (x, y) =>
      el('path', {
        d: path('M', x - 17, y, 'h', 34),
        stroke: classColour(index),
        'stroke-width': 2.6,
        'stroke-dasharray': dashOf(index),
      }),
  };
}

function seriesMarks(
  series: LineSeries,
  index: number,
  place: Place,
  hasDots: boolean,
): Markup {
  const runs = runsOf(series.points.map(place));
  const colour = classColour(index);
  const dots = hasDots
    ? runs.flat()
    : runs.filter((r) => r.length === 1).flat();
  return el(
    'g',
    {},
    el('path', {
      d: runs
        .filter((run) => run.length > 1)
        .map(runPath)
        .join(''),
      fill: 'none',
      stroke: colour,
      'stroke-width': 2.6,
      'stroke-linejoin': 'round',
      'stroke-dasharray': dashOf(index),
    }),
    dots.map(([x, y]) =>
      el('path', { d: markPath(index, x, y, 4.5), fill: colour }),
    ),
  );
}

/** Splits at points that have no place: a gap is shown as a gap. */
function runsOf(places: readonly [number, number][]): [number, number][][] {
  const runs: [number, number][][] = [];
  let run: [number, number][] = [];
  for (const [x, y] of places) {
    if (Number.isFinite(x + y)) {
      run.push([x, y]);
    } else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

/** Keeps first, last, lowest and highest of the points in one unit of width. */
function runPath(run: readonly [number, number][]): string {
  const parts: (string | number)[] = [];
  let index = 0;
  while (index < run.length) {
    const [column] = run[index] ?? [0, 0];
    const group: [number, number][] = [];
    for (; index < run.length; index++) {
      const point = run[index];
      if (!point || Math.abs(point[0] - column) >= 1) break;
      group.push(point);
    }
    for (const [x, y] of group.length > 4 ? outline(group) : group) {
      parts.push(parts.length === 0 ? 'M' : 'L', x, y);
    }
  }
  return path(...parts);
}

function outline(group: readonly [number, number][]): [number, number][] {
  const ys = group.map((point) => point[1]);
  const keep = new Set([
    0,
    ys.indexOf(Math.min(...ys)),
    ys.indexOf(Math.max(...ys)),
    group.length - 1,
  ]);
  return group.filter((_, index) => keep.has(index));
}

/** Names at the ends of the lines, pushed apart where lines end together. */
function directLabels(
  series: readonly LineSeries[],
  place: Place,
  area: Area,
  { translate, width }: Context,
): Markup {
  const labels = series.flatMap(({ name, points }, index) => {
    const ends = points.map(place).filter(([x, y]) => Number.isFinite(x + y));
    const [x, y] = ends.at(-1) ?? [];
    return x === undefined || y === undefined ? [] : [{ name, index, x, y }];
  });
  labels.sort((a, b) => a.y - b.y || a.index - b.index);
  let free = area.top;
  for (const label of labels) {
    label.y = Math.max(label.y, free);
    free = label.y + lineHeight;
  }
  let floor = area.bottom - 4;
  for (const label of [...labels].reverse()) {
    label.y = Math.min(label.y, floor);
    floor = label.y - lineHeight;
  }
  return el(
    'g',
    {},
    labels.map(({ name, index, x, y }) =>
      haloed(
        {
          x: x + 8,
          y: y + fontSize * 0.35,
          fill: classTextColour(index),
          'font-weight': '600',
        },
        fitText(translate(name), (width - x - 8) / boldFactor + 1, fontSize),
      ),
    ),
  );
}
