import type { HeatmapData, XY } from '@runnable-guide/sandbox/plot';
import {
  type Area,
  axisNames,
  fittingTicks,
  xAxis,
  xAxisHeight,
  yAxis,
  yAxisWidth,
  yTitle,
  yTitleHeight,
} from './axis.ts';
import { canvas, emptyNote } from './canvas.ts';
import { categoryTicks, indexTicks } from './categories.ts';
import type { Context } from './context.ts';
import { cellPaths, hatch, type Ramp, rampOf } from './heatmap-cells.ts';
import { classItems, legend } from './legend.ts';
import { textWidth } from './measure.ts';
import { formatNumber } from './number.ts';
import { type Domain, linearScale, type Scale, type Tick } from './scale.ts';
import {
  classColour,
  fontSize,
  grid,
  ink,
  lineHeight,
  markPath,
  muted,
  paper,
  rampColour,
} from './style.ts';
import { el, type Markup, path } from './svg.ts';

export function heatmap(
  frames: readonly HeatmapData[],
  data: HeatmapData,
  context: Context,
): Markup {
  const { width, translate } = context;
  const rows = data.values.length;
  const columns = data.values[0]?.length ?? 0;
  const { xLabel, yLabel } = axisNames(frames, data, translate);
  const ramp = rampOf(frames);
  const barTicks = linearScale(ramp.domain, [0, 1]).ticks(5);
  const barWidth = 14 + yAxisWidth(barTicks);
  const xDomain = spanOf(data.x, columns);
  const yDomain = spanOf(data.y, rows);

  const yNames = data.yTicks?.map(translate);
  const yGuess = yNames
    ? categoryTicks(yNames, width * 0.3)
    : linearScale(yDomain, [0, 1]).ticks(6);
  const left = yAxisWidth(yGuess);
  const right = width - barWidth - 18;
  const labels = frames.flatMap((frame) => frame.labels ?? []);
  const key = legend(classItems(labels, context), 0, width);
  const top = key.height + yTitleHeight(yLabel);
  const shape = shapeOf(data, rows, columns);
  const height = (right - left) * Math.min(Math.max(shape, 0.3), 1.05);
  const area: Area = { left, right, top, bottom: top + height };
  const xScale = linearScale(xDomain, [left, right]);
  const yScale = linearScale(yDomain, [area.bottom, top]);

  const place = (point: XY): [number, number] => [
    xScale.at(point[0] ?? Number.NaN),
    yScale.at(point[1] ?? Number.NaN),
  ];
  return canvas(
    context,
    'heatmap',
    area.bottom + xAxisHeight(xLabel),
    key.markup,
    hatch(context.id),
    yTitle(key.height, yLabel, width),
    cellPaths(data, ramp, area, context.id),
    el('path', {
      d: path('M', left, top, 'H', right, 'V', area.bottom, 'H', left, 'Z'),
      fill: 'none',
      stroke: muted,
    }),
    yAxis(
      yNames ? linearScale([0, rows], [area.bottom, top]) : yScale,
      yNames
        ? categoryTicks(yNames, width * 0.3)
        : centred(data.y, rows, yScale.ticks(6)),
      { ...area, right: left },
    ),
    horizontalAxis(data, xScale, area, xLabel, context),
    cellValues(data, area),
    data.points ? pointMarks(data.points, data.labels, place) : undefined,
    colourBar(ramp, barTicks, area),
    rows * columns === 0 ? emptyNote(context, top + height / 2) : undefined,
  );
}

function horizontalAxis(
  data: HeatmapData,
  scale: Scale,
  area: Area,
  label: string | undefined,
  { translate }: Context,
): Markup {
  const columns = data.values[0]?.length ?? 0;
  if (data.xTicks) {
    const names = data.xTicks.map(translate);
    const cell = (area.right - area.left) / Math.max(names.length, 1);
    const ticks = categoryTicks(names, Math.max(cell - 6, 28));
    const every = Math.max(1, Math.ceil(34 / cell));
    const positions = linearScale(
      [0, Math.max(columns, 1)],
      [area.left, area.right],
    );
    const shown = ticks.filter((_, index) => index % every === 0);
    return xAxis(positions, shown, area, label, false);
  }
  const ticks = centred(data.x, columns, fittingTicks(scale));
  return xAxis(scale, ticks, area, label, false);
}

/** Without a range, ticks name cells by index, at the middle of the cell. */
function centred(
  range: Domain | undefined,
  count: number,
  ticks: Tick[],
): Tick[] {
  return range ? ticks : indexTicks(count);
}

function spanOf(range: Domain | undefined, count: number): Domain {
  if (range && range[0] < range[1]) return range;
  return range ? [range[0], range[0] + 1] : [0, Math.max(count, 1)];
}

/** Height over width: of the ranges if they are alike, else of the grid. */
function shapeOf(data: HeatmapData, rows: number, columns: number): number {
  const cells = rows / Math.max(columns, 1);
  if (!data.x || !data.y) return cells || 1;
  const ranges = (data.y[1] - data.y[0]) / (data.x[1] - data.x[0]);
  return ranges > 1 / 3 && ranges < 3 ? ranges : 0.75;
}

function cellValues(data: HeatmapData, area: Area): Markup | undefined {
  const rows = data.values.length;
  const columns = data.values[0]?.length ?? 0;
  if (rows * columns === 0 || rows * columns > 144 || data.points) {
    return undefined;
  }
  const cellWidth = (area.right - area.left) / columns;
  const cellHeight = (area.bottom - area.top) / rows;
  const widest = Math.max(
    ...data.values.flat().map((v) => textWidth(formatNumber(v, 2), fontSize)),
  );
  if (widest > cellWidth - 4 || cellHeight < lineHeight) return undefined;
  return el(
    'g',
    { 'text-anchor': 'middle' },
    data.values.map((row, r) =>
      row.map((value, c) =>
        el(
          'text',
          {
            x: area.left + (c + 0.5) * cellWidth,
            y: area.bottom - (r + 0.5) * cellHeight + fontSize * 0.35,
            fill: ink,
          },
          formatNumber(value, 2),
        ),
      ),
    ),
  );
}

/** Outlined twice, so that they show on a field of their own colour. */
function pointMarks(
  points: readonly XY[],
  labels: readonly number[] | undefined,
  place: (point: XY) => [number, number],
): Markup {
  const size = points.length > 60 ? 4.5 : 7;
  const marks = points.map((point, index) => {
    const [x, y] = place(point);
    if (!Number.isFinite(x + y)) return undefined;
    const label = labels ? labels[index] : 0;
    const d = markPath(label, x, y, size);
    return [
      el('path', { d, stroke: ink, 'stroke-width': 6 }),
      el('path', {
        d,
        stroke: paper,
        'stroke-width': 3.5,
        fill: classColour(label),
      }),
    ];
  });
  return el('g', { 'stroke-linejoin': 'round' }, marks);
}

function colourBar(ramp: Ramp, ticks: readonly Tick[], area: Area): Markup {
  const left = area.right + 18;
  const length = Math.min(area.bottom - area.top, 220);
  const bottom = area.top + length;
  const steps = ramp.levels;
  const scale = linearScale(ramp.domain, [bottom, area.top]);
  const [first, last] = ramp.domain;
  return el(
    'g',
    { class: 'plot-colour-bar' },
    el(
      'g',
      { 'shape-rendering': 'crispEdges' },
      Array.from({ length: steps }, (_, index) => {
        const value = first + ((index + 0.5) / steps) * (last - first);
        return el('rect', {
          x: left,
          y: bottom - ((index + 1) * length) / steps,
          width: 14,
          height: length / steps + (index > 0 ? 1 : 0),
          fill: rampColour(ramp.position(value)),
        });
      }),
    ),
    ticks.map(({ value, label }) => [
      el('path', {
        d: path('M', left + 14, scale.at(value), 'h', 4),
        stroke: grid,
      }),
      el(
        'text',
        {
          x: left + 20,
          y: scale.at(value) + fontSize * 0.35,
          fill: muted,
        },
        label,
      ),
    ]),
  );
}
