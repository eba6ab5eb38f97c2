import { fitText, textWidth } from './measure.ts';
import type { Scale, Tick } from './scale.ts';
import { fontSize, grid, ink, lineHeight, muted, paper } from './style.ts';
import { type Child, el, type Markup, path } from './svg.ts';

/** The rectangle that marks are drawn in. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * Names of the axes; a frame without its own takes those of another, so that
 * the figure keeps its size.
 */
export function axisNames(
  frames: readonly { xLabel?: string; yLabel?: string }[],
  data: { xLabel?: string; yLabel?: string },
  translate: (text: string) => string,
): { xLabel: string | undefined; yLabel: string | undefined } {
  const named = (key: 'xLabel' | 'yLabel') => {
    const name = data[key] || frames.find((frame) => frame[key])?.[key];
    return name ? translate(name) : undefined;
  };
  return { xLabel: named('xLabel'), yLabel: named('yLabel') };
}

/** Units right of the area that the last tick label may use. */
export const rightMargin = 12;

/** Units above the area that the name of the y axis takes. */
export function yTitleHeight(label: string | undefined): number {
  return label ? lineHeight + 12 : 8;
}

/** Units below the area that an x axis takes. */
export function xAxisHeight(label: string | undefined): number {
  return label ? 2 * lineHeight + 8 : lineHeight + 8;
}

/** Units left of the area that tick labels take. */
export function yAxisWidth(ticks: readonly Tick[]): number {
  const widths = ticks.map((tick) => textWidth(tick.label, fontSize));
  return Math.max(12, ...widths) + 8;
}

/** As many ticks as fit next to each other. */
export function fittingTicks(scale: Scale, most = 7): Tick[] {
  let ticks: Tick[] = [];
  for (let count = most; count >= 1; count--) {
    ticks = scale.ticks(count);
    const isClear = ticks.every((tick, index) => {
      const next = ticks[index + 1];
      if (!next) return true;
      const room = scale.at(next.value) - scale.at(tick.value);
      const width =
        textWidth(tick.label, fontSize) + textWidth(next.label, fontSize);
      return room >= width / 2 + 12;
    });
    if (isClear) return ticks;
  }
  return ticks.slice(0, 1);
}

export function xAxis(
  scale: Scale,
  ticks: readonly Tick[],
  area: Area,
  label: string | undefined,
  hasGrid = true,
): Markup {
  const at = (tick: Tick) => scale.at(tick.value);
  const inside = (tick: Tick) => {
    const half = textWidth(tick.label, fontSize) / 2;
    return Math.min(at(tick), area.right + rightMargin - half);
  };
  const lines = ticks.map((tick) =>
    path('M', at(tick), hasGrid ? area.top : area.bottom, 'V', area.bottom + 4),
  );
  return el(
    'g',
    { class: 'plot-x' },
    el('path', { d: lines.join(''), stroke: grid, fill: 'none' }),
    el('path', {
      d: path('M', area.left, area.bottom, 'H', area.right),
      stroke: muted,
    }),
    ticks.map((tick) =>
      el(
        'text',
        {
          x: inside(tick),
          y: area.bottom + lineHeight + 2,
          'text-anchor': 'middle',
          fill: muted,
        },
        tick.label,
      ),
    ),
    label === undefined ? undefined : xTitle(area, label),
  );
}

export function xTitle(area: Area, label: string): Markup {
  return el(
    'text',
    {
      x: area.right,
      y: area.bottom + 2 * lineHeight + 4,
      'text-anchor': 'end',
      fill: ink,
    },
    fitText(label, area.right, fontSize),
  );
}

export function yAxis(
  scale: Scale,
  ticks: readonly Tick[],
  area: Area,
): Markup {
  const at = (tick: Tick) => scale.at(tick.value);
  const lines = ticks.map((tick) =>
    path('M', area.left, at(tick), 'H', area.right),
  );
  return el(
    'g',
    { class: 'plot-y' },
    el('path', { d: lines.join(''), stroke: grid, fill: 'none' }),
    ticks.map((tick) =>
      el(
        'text',
        {
          x: area.left - 8,
          y: at(tick) + fontSize * 0.35,
          'text-anchor': 'end',
          fill: muted,
        },
        tick.label,
      ),
    ),
  );
}

/** The name of the y axis, level text above the area. */
export function yTitle(
  top: number,
  label: string | undefined,
  width: number,
): Markup | undefined {
  if (!label) return undefined;
  const text = fitText(label, width, fontSize);
  return el('text', { x: 0, y: top + fontSize, fill: ink }, text);
}

/** Text with an outline in the paper colour, for use on top of lines. */
export function haloed(
  attributes: Readonly<Record<string, string | number>>,
  ...children: Child[]
): Markup {
  return el(
    'text',
    {
      stroke: paper,
      'stroke-width': 4,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
      ...attributes,
    },
    ...children,
  );
}
