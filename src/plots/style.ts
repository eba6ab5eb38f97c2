import { path } from './svg.ts';

/** At a CSS width of 328 px a 480 unit figure still shows 11 px text. */
export const fontSize = 16.2;
export const lineHeight = 20;
export const defaultWidth = 480;

export const ink = 'var(--plot-ink, #1e2430)';
export const muted = 'var(--plot-muted, #5b6270)';
export const grid = 'var(--plot-grid, #e3e6eb)';
export const paper = 'var(--plot-paper, #ffffff)';
export const low = 'var(--plot-low, #2273b8)';
export const mid = 'var(--plot-mid, #f7f7f5)';
export const high = 'var(--plot-high, #c0590f)';

const fallbacks = [
  '#0072b2',
  '#cf5500',
  '#00a078',
  '#96357a',
  '#b88a00',
  '#4795d9',
  '#626400',
  '#4a505b',
];

/** A whole number from 0 on names a class; everything else means none. */
export function isClass(label: number | undefined): label is number {
  return label !== undefined && Number.isInteger(label) && label >= 0;
}

export function classColour(label: number | undefined): string {
  if (!isClass(label)) return muted;
  const index = label % fallbacks.length;
  return `var(--plot-${index + 1}, ${fallbacks[index]})`;
}

/** Text needs more contrast than marks do. */
export function classTextColour(label: number): string {
  return `color-mix(in oklab, ${classColour(label)} 70%, ${ink})`;
}

/** Five shapes against eight colours: forty classes look different. */
const shapes: readonly ((r: number) => (string | number)[])[] = [
  (r) => [
    'm',
    -r,
    0,
    'a',
    r,
    r,
    0,
    1,
    0,
    2 * r,
    0,
    'a',
    r,
    r,
    0,
    1,
    0,
    -2 * r,
    0,
    'z',
  ],
  (r) => ['m', 0, -1.2 * r, 'l', 1.15 * r, 2 * r, 'h', -2.3 * r, 'z'],
  (r) => [
    'm',
    -0.9 * r,
    -0.9 * r,
    'h',
    1.8 * r,
    'v',
    1.8 * r,
    'h',
    -1.8 * r,
    'z',
  ],
  (r) => [
    'm',
    0,
    -1.3 * r,
    'l',
    1.3 * r,
    1.3 * r,
    'l',
    -1.3 * r,
    1.3 * r,
    'l',
    -1.3 * r,
    -1.3 * r,
    'z',
  ],
  (r) => {
    const a = 0.4 * r;
    const b = 0.8 * r;
    return [
      'm',
      -a,
      -a - b,
      'h',
      2 * a,
      'v',
      b,
      'h',
      b,
      'v',
      2 * a,
      'h',
      -b,
      'v',
      b,
      'h',
      -2 * a,
      'v',
      -b,
      'h',
      -b,
      'v',
      -2 * a,
      'h',
      b,
      'z',
    ];
  },
];

/** Path data of the mark of a class, `r` units from centre to edge. */
export function markPath(
  label: number | undefined,
  x: number,
  y: number,
  r: number,
): string {
  const index = isClass(label) ? label % shapes.length : 0;
  return path('M', x, y, ...(shapes[index]?.(r) ?? []));
}

const dashes = [undefined, '8 4', '2 4', '12 4 2 4', '16 5', '5 3 5 8'];

export function dashOf(series: number): string | undefined {
  return dashes[series % dashes.length];
}

/**
 * Colour for a position between -1 (low), 0 (mid) and 1 (high). The ends are
 * not quite reached, so that numbers in ink can be read on every colour.
 */
export function rampColour(position: number): string {
  const share = Math.round(Math.min(Math.abs(position), 1) * 740) / 10;
  if (share === 0) return mid;
  const end = position < 0 ? low : high;
  return `color-mix(in oklab, ${end} ${share}%, ${mid})`;
}
