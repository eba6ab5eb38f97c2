import type { Context } from './context.ts';
import { fontSize, ink, muted } from './style.ts';
import { type Child, coordinate, el, type Markup } from './svg.ts';

/** The root element; its height follows from what is drawn. */
export function canvas(
  context: Context,
  kind: string,
  height: number,
  ...children: Child[]
): Markup {
  return el(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: `plot plot-${kind}`,
      viewBox: `0 0 ${coordinate(context.width)} ${coordinate(height)}`,
      width: '100%',
      'font-family': 'inherit',
      'font-size': String(fontSize),
      fill: ink,
      'aria-hidden': 'true',
    },
    ...children,
  );
}

/** Centred words in place of marks. */
export function emptyNote(context: Context, y: number): Markup {
  return el(
    'text',
    { x: context.width / 2, y, 'text-anchor': 'middle', fill: muted },
    context.words.noData,
  );
}
