import type { NetworkData } from '@runnable-guide/sandbox/plot';
import { haloed } from './axis.ts';
import { canvas, emptyNote } from './canvas.ts';
import type { Context } from './context.ts';
import { legend } from './legend.ts';
import { fitText, textWidth } from './measure.ts';
import { formatNumber, formatTick, isDrawable } from './number.ts';
import { fontSize, high, lineHeight, low, muted, paper } from './style.ts';
import { el, type Markup, path } from './svg.ts';

const mostUnits = 10;

interface Unit {
  /** Index in its layer; absent for the dots that stand for hidden units. */
  index?: number;
  x: number;
  y: number;
}

export function network(
  frames: readonly NetworkData[],
  data: NetworkData,
  context: Context,
): Markup {
  const { width, words, translate } = context;
  const hasBiases = frames.some((frame) => frame.biases);
  const key = legend(
    [
      { text: words.positive, markWidth: 34, mark: sample(1) },
      { text: words.negative, markWidth: 34, mark: sample(-1) },
      ...(hasBiases ? [{ text: words.bias }] : []),
    ],
    0,
    width,
  );
  const tallest = Math.max(1, ...frames.flatMap((frame) => frame.layers));
  const rows = Math.min(tallest, mostUnits + 1);
  const sideWidth = (names: readonly string[] | undefined) =>
    Math.min(
      width * 0.25,
      Math.max(
        0,
        ...(names ?? []).map((n) => textWidth(translate(n), fontSize)),
      ),
    );
  const left = sideWidth(data.inputs);
  const right = sideWidth(data.outputs);
  const [leftPad, rightPad] = [left, right].map((w) => (w > 0 ? w + 10 : 24));
  const [start, end] = [leftPad ?? 0, width - (rightPad ?? 0)];
  const count = Math.max(data.layers.length, 1);
  const radius = Math.min(22, (end - start) / (count * 2.8));
  const gap = (end - start - 2 * radius) / Math.max(1, count - 1);
  const hasTitles = count > 1 && gap >= 66;
  const step = Math.max(radius * 2 + 6, Math.min(64, 260 / rows));
  const top = key.height + (hasTitles ? lineHeight + 12 : 8);
  const bottom = top + rows * step;
  const from = start + radius;
  const layers = data.layers.map((count, layer) =>
    unitsOf(count, from + gap * layer, (top + bottom) / 2, step),
  );
  return canvas(
    context,
    'network',
    bottom + 4,
    key.markup,
    hasTitles ? titles(layers, top - 12, context) : undefined,
    edges(frames, data, layers),
    layers.map((units, layer) =>
      units.map((unit) => unitMark(unit, radius, data, layer)),
    ),
    sideNames(data.inputs, layers[0], -radius - 8, left, context),
    sideNames(data.outputs, layers.at(-1), radius + 8, right, context),
    data.layers.length === 0
      ? emptyNote(context, (top + bottom) / 2)
      : undefined,
  );
}

function unitsOf(count: number, x: number, middle: number, step: number) {
  const isCut = count > mostUnits + 1;
  const shown = isCut ? mostUnits + 1 : count;
  return Array.from({ length: shown }, (_, place): Unit => {
    const y = middle + (place - (shown - 1) / 2) * step;
    if (!isCut || place < mostUnits - 1) return { index: place, x, y };
    return place === mostUnits ? { index: count - 1, x, y } : { x, y };
  });
}

/** Thickness is size, dash and colour are sign. */
function edgeLook(weight: number, largest: number, thickest = 7) {
  return {
    stroke: weight < 0 ? low : high,
    'stroke-width': 0.6 + ((thickest - 0.6) * Math.abs(weight)) / largest,
    'stroke-dasharray': weight < 0 ? '7 4' : undefined,
  };
}

function sample(sign: number) {
  return (x: number, y: number) =>
    el('path', {
      d: path('M', x - 17, y, 'h', 34),
      ...edgeLook(sign * 0.5, 1),
    });
}

function edges(
  frames: readonly NetworkData[],
  { layers: sizes, weights }: NetworkData,
  layers: readonly Unit[][],
): Markup {
  let largest = 0;
  for (const frame of frames) {
    for (const weight of frame.weights.flat(2)) {
      if (isDrawable(weight)) largest = Math.max(largest, Math.abs(weight));
    }
  }
  const shown = layers.map((units) => units.length);
  const isDense = shown.some((n, i) => n * (shown[i + 1] ?? 0) > 60);
  const thickest = isDense ? 3 : 7;
  const lines: { size: number; markup: Markup }[] = [];
  for (let layer = 0; layer + 1 < sizes.length; layer++) {
    for (const a of layers[layer] ?? []) {
      for (const b of layers[layer + 1] ?? []) {
        if (a.index === undefined || b.index === undefined) continue;
        const weight = weights[layer]?.[a.index]?.[b.index];
        if (weight === undefined) continue;
        const d = path('M', a.x, a.y, 'L', b.x, b.y);
        const look = isDrawable(weight)
          ? edgeLook(weight, largest || 1, thickest)
          : { stroke: muted, 'stroke-dasharray': '1 5' };
        const size = isDrawable(weight) ? Math.abs(weight) : 0;
        const title = el('title', {}, formatNumber(weight));
        lines.push({ size, markup: el('path', { d, ...look }, title) });
      }
    }
  }
  lines.sort((a, b) => a.size - b.size);
  return el(
    'g',
    { fill: 'none', 'stroke-opacity': '0.85' },
    lines.map((each) => each.markup),
  );
}

function unitMark(
  { index, x, y }: Unit,
  radius: number,
  { biases }: NetworkData,
  layer: number,
): Markup {
  if (index === undefined) {
    return haloed(
      { x, y: y + 7, 'text-anchor': 'middle', 'font-size': '22' },
      '⋮',
    );
  }
  const bias = layer > 0 ? biases?.[layer - 1]?.[index] : undefined;
  const circle = el('circle', {
    cx: x,
    cy: y,
    r: radius,
    fill: paper,
    stroke: muted,
    'stroke-width': 1.5,
  });
  const text = bias === undefined ? '' : biasText(bias);
  if (text === '' || textWidth(text, fontSize) > radius * 2) return circle;
  const baseline = y + fontSize * 0.35;
  return el(
    'g',
    {},
    circle,
    el('text', { x, y: baseline, 'text-anchor': 'middle' }, text),
  );
}

function biasText(bias: number): string {
  const isShort = Math.abs(bias) < 99.95;
  return isShort ? formatTick(bias, 0.1) : formatNumber(bias, 2);
}

function titles(
  layers: readonly Unit[][],
  y: number,
  { words }: Context,
): Markup[] {
  return layers.map((units, layer) => {
    const isLast = layer === layers.length - 1;
    const word = isLast ? words.outputLayer : words.hiddenLayer;
    return el(
      'text',
      { x: units[0]?.x ?? 0, y, 'text-anchor': 'middle', fill: muted },
      layer === 0 ? words.inputLayer : word,
    );
  });
}

function sideNames(
  names: readonly string[] | undefined,
  units: readonly Unit[] | undefined,
  offset: number,
  width: number,
  { translate }: Context,
): Markup | undefined {
  if (!names || !units) return undefined;
  return el(
    'g',
    { 'text-anchor': offset < 0 ? 'end' : 'start', stroke: 'none' },
    units.map(({ index, x, y }) =>
      index === undefined || names[index] === undefined
        ? undefined
        : el(
            'text',
            { x: x + offset, y: y + fontSize * 0.35 },
            fitText(translate(names[index]), width, fontSize),
          ),
    ),
  );
}
