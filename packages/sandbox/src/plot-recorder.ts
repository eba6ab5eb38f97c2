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
    if (typeof data !== 'object' || data === null) {
      throw new TypeError(
        `${call}('${name}'): the second argument must be an object with the ` +
          `data; got ${data === null ? 'null' : typeof data}`,
      );
    }
    if (full) {
      return;
    }
    const copy = copyPlain(data, `${call}('${name}')`, 0, () => {
      cellCount += 1;
    });
    frameCount += 1;
    if (frameCount > limits.plotFrames || cellCount > limits.plotCells) {
      full = true;
      onLimit(frameCount > limits.plotFrames ? 'plotFrames' : 'plotCells');
      return;
    }
    emit({ kind, name, data: copy } as PlotFrame);
  }

  const plot: Record<string, (name: unknown, data: unknown) => void> = {};
  for (const kind of plotKinds) {
    plot[kind] = (name, data) => record(kind, name, data);
  }
  return plot as unknown as Plot;
}

function copyPlain(
  value: unknown,
  where: string,
  depth: number,
  count: () => void,
): unknown {
  count();
  if (
    value === null ||
    value === undefined ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (typeof value === 'string') {
    return value.slice(0, 1_000);
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
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const items = value as ArrayLike<unknown>;
    const copy: unknown[] = [];
    for (let i = 0; i < items.length; i += 1) {
      copy.push(copyPlain(items[i], `${where}[${i}]`, depth + 1, count));
    }
    return copy;
  }
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    copy[key] = copyPlain(
      (value as Record<string, unknown>)[key],
      `${where}.${key}`,
      depth + 1,
      count,
    );
  }
  return copy;
}
