import type { BarsData } from '@runnable-guide/sandbox/plot';
import type { Context } from './context.ts';
import { legend } from './legend.ts';
import { isDrawable } from './number.ts';
import { type Domain, domainOf, niceDomain } from './scale.ts';
import { classColour, ink, paper } from './style.ts';
import { el, type Markup, path } from './svg.ts';

/** Values, their error bars and zero, over every frame. */
export function valueDomain(frames: readonly BarsData[]): Domain {
  const values = [0];
  for (const { series } of frames) {
    for (const each of series) {
      for (const [index, value] of each.values.entries()) {
        const error = each.errors?.[index] ?? 0;
        values.push(value, value - error, value + error);
      }
    }
  }
  const hasMore = values.some((value) => value !== 0 && isDrawable(value));
  return hasMore ? niceDomain(domainOf(values), 5) : [0, 1];
}

/** Series differ by texture as well as by colour. */
export function barFill(id: string, series: number): string {
  return series === 0 ? classColour(0) : `url(#${id}-bar-${series})`;
}

const textures = [
  'M-2 8L8 -2M2 12L12 2',
  'M-2 2L8 12M2 -2L12 8',
  'M0 2H10M0 7H10',
  'M2 0V10M7 0V10',
];

export function barPatterns(id: string, count: number): Markup | undefined {
  if (count < 2) return undefined;
  const patterns = Array.from({ length: count - 1 }, (_, index) =>
    el(
      'pattern',
      {
        id: `${id}-bar-${index + 1}`,
        width: 10,
        height: 10,
        patternUnits: 'userSpaceOnUse',
      },
      el('rect', { width: 10, height: 10, fill: classColour(index + 1) }),
      el('path', {
        d: textures[index % textures.length],
        stroke: paper,
        'stroke-width': 1.6,
        'stroke-opacity': '0.6',
      }),
    ),
  );
  return el('defs', {}, patterns);
}

export function barLegend(
  frames: readonly BarsData[],
  { id, width, translate }: Context,
): ReturnType<typeof legend> {
  const longest = frames.reduce<BarsData['series']>(
    (most, { series }) => (series.length > most.length ? series : most),
    [],
  );
  if (longest.length < 2) return legend([], 0, width);
  const items = longest.map(({ name }, index) => ({
    text: translate(name),
    markWidth: 20,
    mark: (x: number, y: number) =>
      el('rect', {
        x: x - 10,
        y: y - 7,
        width: 20,
        height: 14,
        fill: barFill(id, index),
      }),
  }));
  return legend(items, 0, width);
}

/** A line with two caps; nothing when there is no error to show. */
export function errorPath(
  across: number,
  low: number,
  high: number,
  thickness: number,
  isUpright: boolean,
): Markup | undefined {
  if (!Number.isFinite(low + high) || low === high) return undefined;
  const cap = Math.min(thickness * 0.22, 8);
  const d = isUpright
    ? path(
        'M',
        across,
        low,
        'V',
        high,
        'M',
        across - cap,
        low,
        'h',
        2 * cap,
        'M',
        across - cap,
        high,
        'h',
        2 * cap,
      )
    : path(
        'M',
        low,
        across,
        'H',
        high,
        'M',
        low,
        across - cap,
        'v',
        2 * cap,
        'M',
        high,
        across - cap,
        'v',
        2 * cap,
      );
  return el(
    'g',
    { fill: 'none' },
    el('path', { d, stroke: paper, 'stroke-width': 4.5 }),
    el('path', { d, stroke: ink, 'stroke-width': 1.6 }),
  );
}
