import type {
  PlotFrame,
  PlotKind,
  PlotKinds,
} from '@runnable-guide/sandbox/plot';
import { bars } from './bars.ts';
import type { Context } from './context.ts';
import { heatmap } from './heatmap.ts';
import { line } from './line.ts';
import { network } from './network.ts';
import { scatter, scatterLayout } from './scatter.ts';
import { defaultWidth } from './style.ts';
import type { Markup } from './svg.ts';
import { table } from './table.ts';
import { tree } from './tree.ts';
import { type Lang, wordsOf } from './words.ts';

export interface RenderOptions {
  /** Unique in the page; every id inside the figure starts with it. */
  id: string;
  /** Width of the view box in units; text is about 16 units high. */
  width?: number;
  /**
   * Turns a text of the program into the reader's language; returns a text it
   * does not know as it is. Classes are asked for as `label 0`, `label 1` ….
   */
  translate?: (text: string) => string;
  lang?: Lang;
}

type Draw<K extends PlotKind> = (
  frames: readonly PlotKinds[K][],
  data: PlotKinds[K],
  context: Context,
) => Markup;

const kinds: { readonly [K in PlotKind]: Draw<K> } = {
  scatter,
  line,
  bars,
  heatmap,
  tree,
  network,
  table,
};

/**
 * Frame `index` of a figure as one `<svg>`, or as one `<table>` for the kind
 * `table`. Scales span all frames, so nothing jumps while they play. Frames
 * must have passed `parseFrame`; text in them is escaped here.
 */
export function renderPlot(
  frames: readonly PlotFrame[],
  index: number,
  options: RenderOptions,
): string {
  const frame = frames[index];
  if (!frame) {
    throw new RangeError(
      `renderPlot: index must be from 0 to ${frames.length - 1}, got ${index}`,
    );
  }
  return draw(frame.kind, frames, frame, contextOf(options)).html;
}

function contextOf(options: RenderOptions): Context {
  const { id, width = defaultWidth, lang = 'zh-CN' } = options;
  return {
    id: id.replace(/[^\w-]/g, '-'),
    width: Math.max(width, 280),
    translate: options.translate ?? ((text) => text),
    words: wordsOf(lang),
  };
}

/** The rectangle of a scatter plot in its picture and in the data. */
export interface ScatterArea {
  /** Size of the view box. */
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Data values at left and right, at bottom and top. */
  x: readonly [number, number];
  y: readonly [number, number];
}

/** Where frame `index` of a scatter figure puts its points; else null. */
export function scatterArea(
  frames: readonly PlotFrame[],
  index: number,
  options: RenderOptions,
): ScatterArea | null {
  const frame = frames[index];
  if (frame?.kind !== 'scatter') {
    return null;
  }
  const context = contextOf(options);
  const alike = frames.flatMap((each) =>
    each.kind === 'scatter' ? [each.data] : [],
  );
  const layout = scatterLayout(alike, frame.data, context);
  return {
    ...layout.area,
    width: context.width,
    height: layout.height,
    x: layout.xScale.domain,
    y: layout.yScale.domain,
  };
}

function draw<K extends PlotKind>(
  kind: K,
  frames: readonly PlotFrame[],
  frame: PlotFrame,
  context: Context,
): Markup {
  const data = (each: PlotFrame) => each.data as PlotKinds[K];
  const alike = frames.filter((each) => each.kind === kind).map(data);
  return kinds[kind](alike, data(frame), context);
}
