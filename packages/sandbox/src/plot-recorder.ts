import { limits } from './limits.ts';
import type { Plot, PlotFrame, PlotKind } from './plot.ts';

export const plotKinds = [
  'scatter',
  'line',
  'bars',
  'heatmap',
  'tree',
  'network',
  'table',
] as const satisfies readonly PlotKind[];

const MAX_DEPTH = 40;
const TEXT_LENGTH = 1_000;
const OUT_OF_CELLS = Symbol();

/**
 * The module `plot`: every call copies its data, so that what the program
 * changes later does not change the frame. `onLimit` is called once, when the
 * run has used up its frames or its cells; later frames are dropped.
 *
 * @throws TypeError naming the call, if the name or the data cannot be drawn.
 */
export function createPlot(
  emit: (frame: PlotFrame) => void,
  onLimit: (limit: 'plotFrames' | 'plotCells') => void,
): Plot {
  let frameCount = 0;
  let cellCount = 0;
  let full = false;

  function record(kind: PlotKind, name: unknown, data: unknown): void {
    const call = `plot.${kind}`;
    if (typeof name !== 'string' || name === '') {
      throw new TypeError(
        `${call}: the first argument is the figure's name, a non-empty ` +
          `string; got ${typeof name}`,
      );
    }
    if (typeof data !== 'object' || data === null || isList(data)) {
      const got = isList(data)
        ? 'an array'
        : data === null
          ? data
          : typeof data;
      throw new TypeError(
        `${call}('${name}'): the second argument must be an object with the ` +
          `data; got ${got}`,
      );
    }
    if (full) {
      return;
    }
    frameCount += 1;
    if (frameCount > limits.plotFrames) {
      stop('plotFrames');
      return;
    }
    const figure = name.slice(0, TEXT_LENGTH);
    try {
      const copy = copyPlain(data, `${call}('${figure}')`, 0, spend);
      emit({ kind, name: figure, data: copy } as PlotFrame);
    } catch (error) {
      if (error !== OUT_OF_CELLS) {
        throw error;
      }
      stop('plotCells');
    }
  }

  function spend(cells: number): void {
    cellCount += cells;
    if (cellCount > limits.plotCells) {
      throw OUT_OF_CELLS;
    }
  }

  function stop(limit: 'plotFrames' | 'plotCells'): void {
    full = true;
    onLimit(limit);
  }

  const plot: Record<string, (name: unknown, data: unknown) => void> = {};
  for (const kind of plotKinds) {
    plot[kind] = (name, data) => record(kind, name, data);
  }
  return plot as unknown as Plot;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

function copyPlain(
  value: unknown,
  where: string,
  depth: number,
  spend: (cells: number) => void,
): unknown {
  if (typeof value === 'string') {
    const text = value.slice(0, TEXT_LENGTH);
    spend(1 + text.length);
    return text;
  }
  spend(1);
  if (
    value === null ||
    value === undefined ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (typeof value === 'bigint') {
    return Number(value);
  }
  if (typeof value !== 'object') {
    throw new TypeError(`${where} is a ${typeof value}, which cannot be drawn`);
  }
  if (depth >= MAX_DEPTH) {
    throw new TypeError(`${where} is nested deeper than ${MAX_DEPTH} levels`);
  }
  if (isList(value)) {
    const copy: unknown[] = [];
    for (let i = 0; i < value.length; i += 1) {
      copy.push(copyPlain(value[i], `${where}[${i}]`, depth + 1, spend));
    }
    return copy;
  }
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    spend(key.length);
    copy[key] = copyPlain(
      (value as Record<string, unknown>)[key],
      `${where}.${key}`,
      depth + 1,
      spend,
    );
  }
  return copy;
}
