import type { BarsData } from '@runnable-guide/sandbox/plot';
import {
  type Area,
  axisNames,
  fittingTicks,
  haloed,
  xAxis,
  xAxisHeight,
  yTitle,
  yTitleHeight,
} from './axis.ts';
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

/** Bars from left to right, for names that are too long to stand below. */
export function horizontalBars(
  frames: readonly BarsData[],
  data: BarsData,
  context: Context,
): Markup {
  const { width, translate } = context;
  const key = barLegend(frames, context);
  const count = Math.max(1, ...frames.map((frame) => frame.labels.length));
  const groups = Math.max(1, ...frames.map((frame) => frame.series.length));
  const lines = (label: string) =>
    wrapText(translate(label), width * 0.34, fontSize, 2);
  const everyLine = frames.flatMap((frame) => frame.labels.flatMap(lines));
  const nameWidth = Math.max(
    0,
    ...everyLine.map((l) => textWidth(l, fontSize)),
  );

  // The two axis names change places with the axes.
  const names = axisNames(frames, data, translate);
  const [across, down] = [names.yLabel, names.xLabel];
  const isTall = frames.some((f) => f.labels.some((l) => lines(l).length > 1));
  const thickness = groups > 1 ? 18 : 22;
  const step = Math.max(groups * thickness + 12, isTall ? 48 : 34);
  const top = key.height + yTitleHeight(down);
  const domain = valueDomain(frames);
  const room = (value: number) =>
    textWidth(formatNumber(value, 3), fontSize) * boldFactor + 10;
  const area: Area = {
    left: nameWidth + 10 + (domain[0] < 0 ? room(domain[0]) : 0),
    right: width - room(domain[1]),
    top,
    bottom: top + count * step,
  };
  const scale = linearScale(domain, [area.left, area.right]);
  const zero = scale.at(0);
  const marks = data.series.map((series, s) =>
    series.values.map((value, i) => {
      const centre = area.top + (i + 0.5) * step;
      const y = centre + (s - (data.series.length - 1) / 2) * thickness;
      const x = scale.at(value);
      const baseline = y + fontSize * 0.35;
      if (!Number.isFinite(x)) {
        return el(
          'text',
          { x: zero + 6, y: baseline, fill: muted },
          formatNumber(value),
        );
      }
      const error = series.errors?.[i] ?? 0;
      const [low, high] = [scale.at(value - error), scale.at(value + error)];
      const tip = value < 0 ? low : high;
      const from = Number.isFinite(tip) ? tip : x;
      return [
        el('rect', {
          x: Math.min(x, zero),
          y: y - thickness / 2 + 1,
          width: Math.abs(x - zero),
          height: thickness - 2,
          fill: barFill(context.id, s),
        }),
        errorPath(y, low, high, thickness, false),
        haloed(
          {
            x: value < 0 ? from - 6 : from + 6,
            y: baseline,
            'text-anchor': value < 0 ? 'end' : 'start',
            'font-weight': '600',
          },
          formatNumber(value, 3),
        ),
      ];
    }),
  );
  return canvas(
    context,
    'bars',
    area.bottom + xAxisHeight(across),
    barPatterns(context.id, groups),
    key.markup,
    yTitle(key.height, down, width),
    xAxis(scale, fittingTicks(scale, 5), area, across),
    marks,
    el('path', {
      d: path('M', zero, area.top, 'V', area.bottom),
      stroke: muted,
    }),
    data.labels.map((label, i) => {
      const shown = lines(label);
      const middle = area.top + (i + 0.5) * step + fontSize * 0.35;
      return shown.map((text, row) =>
        el(
          'text',
          {
            x: nameWidth,
            y: middle + (row - (shown.length - 1) / 2) * (lineHeight - 1),
            'text-anchor': 'end',
          },
          text,
        ),
      );
    }),
    data.labels.length === 0
      ? emptyNote(context, (area.top + area.bottom) / 2)
      : undefined,
  );
}
