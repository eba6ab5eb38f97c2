import type { HeatmapData } from '@runnable-guide/sandbox/plot';
import type { Area } from './axis.ts';
import { isDrawable } from './number.ts';
import { type Domain, domainOf } from './scale.ts';
import { muted, paper, rampColour } from './style.ts';
import { el, type Markup } from './svg.ts';

/** How values become colours. */
export interface Ramp {
  domain: Domain;
  /** Between -1 and 1, in steps; see `rampColour`. */
  position(value: number): number;
  levels: number;
}

/**
 * A given domain, or data with both signs, runs from low through mid to high;
 * data with one sign runs from mid to one end.
 */
export function rampOf(frames: readonly HeatmapData[]): Ramp {
  const given = frames.flatMap((frame) => frame.domain ?? []);
  const domain = domainOf(given.length > 0 ? given : cellsOf(frames));
  if (given.length > 0) return diverging(domain);
  const [lowest, highest] = domain;
  if (lowest < 0 && highest > 0) {
    const reach = Math.max(-lowest, highest);
    return diverging([-reach, reach]);
  }
  return highest <= 0 ? oneSided(domain, -1) : oneSided(domain, 1);
}

function diverging(domain: Domain): Ramp {
  const levels = 33;
  return {
    domain,
    levels,
    position: (value) => stepped(shareOf(value, domain), levels) * 2 - 1,
  };
}

function oneSided(domain: Domain, sign: 1 | -1): Ramp {
  const levels = 17;
  return {
    domain,
    levels,
    position: (value) => {
      const share = stepped(shareOf(value, domain), levels);
      return sign * (sign > 0 ? share : 1 - share);
    },
  };
}

function shareOf(value: number, [lowest, highest]: Domain): number {
  const share = (value - lowest) / (highest - lowest);
  return Math.min(Math.max(share, 0), 1);
}

function stepped(share: number, levels: number): number {
  return Math.round(share * (levels - 1)) / (levels - 1);
}

function* cellsOf(frames: readonly HeatmapData[]): Generator<number> {
  for (const { values } of frames) for (const row of values) yield* row;
}

/** One path a colour, its rectangles as large as equal cells allow. */
export function cellPaths(
  { values }: HeatmapData,
  ramp: Ramp,
  area: Area,
  id: string,
): Markup {
  const rows = values.length;
  const columns = values[0]?.length ?? 0;
  const fills = values.map((row) =>
    row.map((value) =>
      isDrawable(value) ? rampColour(ramp.position(value)) : `url(#${id}-nan)`,
    ),
  );
  const paths = new Map<string, string>();
  const isDone = values.map((row) => row.map(() => false));
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const fill = fills[row]?.[column];
      if (fill === undefined || isDone[row]?.[column]) continue;
      let end = column + 1;
      while (fills[row]?.[end] === fill && !isDone[row]?.[end]) end++;
      let below = row + 1;
      while (isSame(fills[below], column, end, fill)) below++;
      for (let r = row; r < below; r++) isDone[r]?.fill(true, column, end);
      const wide = end - column;
      const box = `M${column} ${row}h${wide}v${below - row}h-${wide}z`;
      paths.set(fill, (paths.get(fill) ?? '') + box);
    }
  }
  const [x, y] = [
    (area.right - area.left) / Math.max(columns, 1),
    (area.bottom - area.top) / Math.max(rows, 1),
  ].map((size) => Math.round(size * 1e4) / 1e4);
  return el(
    'g',
    {
      transform: `translate(${area.left} ${area.bottom}) scale(${x} -${y})`,
      'shape-rendering': 'crispEdges',
    },
    [...paths].map(([fill, d]) => el('path', { fill, d })),
  );
}

function isSame(
  row: readonly string[] | undefined,
  start: number,
  end: number,
  fill: string,
): boolean {
  if (!row) return false;
  for (let index = start; index < end; index++) {
    if (row[index] !== fill) return false;
  }
  return true;
}

/** The fill of cells without a number. */
export function hatch(id: string): Markup {
  return el(
    'defs',
    {},
    el(
      'pattern',
      { id: `${id}-nan`, width: 1, height: 1, patternUnits: 'userSpaceOnUse' },
      el('rect', { width: 1, height: 1, fill: paper }),
      el('path', {
        d: 'M0 0L1 1M.5 0L1 .5M0 .5L.5 1',
        stroke: muted,
        'stroke-width': '0.05',
        'stroke-opacity': '0.5',
      }),
    ),
  );
}
