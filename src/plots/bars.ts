import type { BarsData } from '@runnable-guide/sandbox/plot';
import {
  type Area,
  axisNames,
  haloed,
  rightMargin,
  xAxisHeight,
  xTitle,
  yAxis,
  yAxisWidth,
  yTitle,
  yTitleHeight,
} from './axis.ts';
import { horizontalBars } from './bars-horizontal.ts';
import {
  barFill,
  barLegend,
  barPatterns,
  errorPath,
  valueDomain,
} from './bars-marks.ts';
import { canvas, emptyNote } from './canvas.ts';
import type { Context } from './context.ts';
import { boldFactor, textWidth, wrapText } from './measure.ts';
import { formatNumber } from './number.ts';
import { linearScale } from './scale.ts';
import { fontSize, lineHeight, muted } from './style.ts';
import { el, type Markup, path } from './svg.ts';

export function bars(
  frames: readonly BarsData[],
  data: BarsData,
  context: Context,
): Markup {
  const { width, translate } = context;
  const count = Math.max(1, ...frames.map((frame) => frame.labels.length));
  const groups = Math.max(1, ...frames.map((frame) => frame.series.length));
  const band = (width - 60) / count;
  const names = frames.flatMap((frame) => frame.labels.map(translate));
  const fits = (name: string) =>
    wrapText(name, band - 8, fontSize, 9).length <= 2 &&
    name.split(' ').every((word) => textWidth(word, fontSize) <= band - 8);
  if (!names.every(fits)) {
    return horizontalBars(frames, data, context);
  }

  const key = barLegend(frames, context);
  const { xLabel, yLabel } = axisNames(frames, data, translate);
  const height = width * 0.5;
  const domain = valueDomain(frames);
  const left = yAxisWidth(linearScale(domain, [height, 0]).ticks(5));
  const step = (width - rightMargin - left) / count;
  const thickness = Math.min((step * 0.76) / groups, 64);
  const room = (groups === 1 ? step : thickness) - 2;
  const hasValues = frames.every((frame) =>
    frame.series.every((series) =>
      series.values.every((value) => valueWidth(value) <= room),
    ),
  );
  // Room for numbers above the highest bar, and below the lowest.
  const head = hasValues ? 14 : 0;
  const foot = hasValues && domain[0] < 0 ? lineHeight : 0;
  const top = key.height + yTitleHeight(yLabel) + head;
  const yScale = linearScale(domain, [top + height, top]);
  const yTicks = yScale.ticks(5);
  const area: Area = {
    left,
    right: width - rightMargin,
    top,
    bottom: top + height,
  };
  const zero = yScale.at(0);
  const marks = data.series.map((series, s) =>
    series.values.map((value, i) => {
      const centre = area.left + (i + 0.5) * step;
      const x = centre + (s - (data.series.length - 1) / 2) * thickness;
      const y = yScale.at(value);
      if (!Number.isFinite(y)) return missing(value, x, zero);
      const error = series.errors?.[i];
      const [low, high] = [value - (error ?? 0), value + (error ?? 0)];
      const tip = value < 0 ? yScale.at(low) : yScale.at(high);
      return [
        el('rect', {
          x: x - thickness / 2 + 1,
          y: Math.min(y, zero),
          width: Math.max(thickness - 2, 0.6),
          height: Math.abs(y - zero),
          fill: barFill(context.id, s),
        }),
        errorPath(x, yScale.at(low), yScale.at(high), thickness, true),
        hasValues
          ? valueLabel(value, x, Number.isFinite(tip) ? tip : y)
          : undefined,
      ];
    }),
  );
  const linesOf = (name: string) => wrapText(name, step - 8, fontSize, 2);
  const labelLines = data.labels.map((label) => linesOf(translate(label)));
  const isTwoLines = names.some((name) => linesOf(name).length > 1);
  const extra = foot + (isTwoLines ? lineHeight : 0);
  return canvas(
    context,
    'bars',
    area.bottom + extra + xAxisHeight(xLabel),
    barPatterns(context.id, groups),
    key.markup,
    yTitle(key.height, yLabel, width),
    yAxis(yScale, yTicks, area),
    marks,
    el('path', {
      d: path('M', area.left, zero, 'H', area.right),
      stroke: muted,
    }),
    labelLines.map((lines, i) =>
      lines.map((text, row) =>
        el(
          'text',
          {
            x: area.left + (i + 0.5) * step,
            y: area.bottom + foot + lineHeight * (row + 1),
            'text-anchor': 'middle',
          },
          text,
        ),
      ),
    ),
    xLabel
      ? xTitle({ ...area, bottom: area.bottom + extra }, xLabel)
      : undefined,
    data.labels.length === 0 ? emptyNote(context, top + height / 2) : undefined,
  );
}

function valueLabel(value: number, x: number, tip: number): Markup {
  return haloed(
    {
      x,
      y: value < 0 ? tip + fontSize + 2 : tip - 6,
      'text-anchor': 'middle',
      'font-weight': '600',
    },
    formatNumber(value, 3),
  );
}

function valueWidth(value: number): number {
  return textWidth(formatNumber(value, 3), fontSize) * boldFactor;
}

function missing(value: number, x: number, zero: number): Markup {
  return el(
    'text',
    { x, y: zero - 6, 'text-anchor': 'middle', fill: muted },
    formatNumber(value),
  );
}
