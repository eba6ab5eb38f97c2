import type { PlotFrame, TreeNode } from '@runnable-guide/sandbox/plot';
import { formatNumber } from './number.ts';
import { cellText } from './table.ts';
import type { Lang } from './words.ts';

export interface PlotTable {
  columns: string[];
  rows: string[][];
  /** Says what was left out, when something was. */
  note?: string;
}

export interface PlotTableOptions {
  lang?: Lang;
  translate?: (text: string) => string;
}

const mostRows = 200;
const mostColumns = 24;

/** The numbers behind a frame, to read; of large data an even sample. */
export function plotTable(
  frame: PlotFrame,
  { lang = 'zh-CN', translate = (text) => text }: PlotTableOptions = {},
): PlotTable {
  const say = sayIn(lang);
  const style = { say, t: translate, number: read, isRaw: false };
  const { columns, rows } = everything(frame, style);
  const shownRows = sampled(rows.length, mostRows);
  const shownColumns = sampled(columns.length, mostColumns);
  const table: PlotTable = {
    columns: shownColumns.map((column) => columns[column] ?? ''),
    rows: shownRows.map((row) =>
      shownColumns.map((column) => rows[row]?.[column] ?? ''),
    ),
  };
  const isWhole =
    shownRows.length === rows.length && shownColumns.length === columns.length;
  if (!isWhole) {
    const [r, c] = [shownRows.length, shownColumns.length];
    table.note = say(
      `共${rows.length}行${columns.length}列，均匀抽取${r}行${c}列。`,
      `${r} of ${rows.length} rows and ${c} of ${columns.length} columns, ` +
        'evenly spaced.',
    );
  }
  return table;
}

/** The same for a data file: all of it, each number as a program reads it. */
export function rawTable(
  frame: PlotFrame,
  { lang = 'zh-CN', translate = (text) => text }: PlotTableOptions = {},
): Cells {
  const number = (value: number | undefined) => String(value ?? '');
  const style = { say: sayIn(lang), t: translate, number, isRaw: true };
  return everything(frame, style);
}

type Say = (zh: string, en: string) => string;
type Cells = { columns: string[]; rows: string[][] };

interface Style {
  say: Say;
  t: (text: string) => string;
  number: (value: number | undefined) => string;
  isRaw: boolean;
}

function sayIn(lang: Lang): Say {
  return (zh, en) => (lang === 'en' ? en : zh);
}

function read(value: number | undefined): string {
  return value === undefined ? '' : formatNumber(value, 6);
}

function everything(frame: PlotFrame, style: Style): Cells {
  switch (frame.kind) {
    case 'scatter':
      return scatterCells(frame.data, style);
    case 'line':
      return lineCells(frame.data, style);
    case 'bars':
      return barsCells(frame.data, style);
    case 'heatmap':
      return heatmapCells(frame.data, style);
    case 'tree':
      return treeCells(frame.data, style);
    case 'network':
      return networkCells(frame.data, style);
    case 'table':
      return tableCells(frame.data, style);
  }
}

type Data<K extends PlotFrame['kind']> = Extract<
  PlotFrame,
  { kind: K }
>['data'];

function scatterCells(data: Data<'scatter'>, style: Style): Cells {
  const { say, t, number } = style;
  const pointWord = say('点', 'point');
  const centroidWord = say('质心', 'centroid');
  const points = data.points.map(([x, y], index) => [
    pointWord,
    number(x),
    number(y),
    number(data.labels?.[index]),
  ]);
  const centroids = (data.centroids ?? []).map(([x, y], index) => [
    centroidWord,
    number(x),
    number(y),
    number(index),
  ]);
  return {
    columns: [
      say('类型', 'type'),
      t(data.xLabel ?? 'x'),
      t(data.yLabel ?? 'y'),
      say('标签', 'label'),
    ],
    rows: [...centroids, ...points],
  };
}

function lineCells(data: Data<'line'>, style: Style): Cells {
  const { say, t, number } = style;
  const [x, y] = [t(data.xLabel ?? 'x'), t(data.yLabel ?? 'y')];
  const first = data.series[0]?.points ?? [];
  const isShared = data.series.every(
    ({ points }) =>
      points.length === first.length &&
      points.every((point, i) => Object.is(point[0], first[i]?.[0])),
  );
  if (isShared) {
    return {
      columns: [x, ...data.series.map((series) => t(series.name))],
      rows: first.map((point, i) => [
        number(point[0]),
        ...data.series.map((series) => number(series.points[i]?.[1])),
      ]),
    };
  }
  return {
    columns: [say('系列', 'series'), x, y],
    rows: data.series.flatMap((series) =>
      series.points.map((point) => [
        t(series.name),
        number(point[0]),
        number(point[1]),
      ]),
    ),
  };
}

function barsCells(data: Data<'bars'>, style: Style): Cells {
  const { say, t, number, isRaw } = style;
  const columns = data.series.flatMap(({ name, errors }) =>
    isRaw && errors ? [t(name), `${t(name)} ±`] : [t(name)],
  );
  const cells = (i: number) =>
    data.series.flatMap(({ values, errors }) => {
      const value = number(values[i]);
      const error = number(errors?.[i]);
      if (errors === undefined) return [value];
      return isRaw ? [value, error] : [`${value} ± ${error}`];
    });
  return {
    columns: [t(data.xLabel ?? say('类别', 'category')), ...columns],
    rows: data.labels.map((label, i) => [t(label), ...cells(i)]),
  };
}

/** Row and column names are categories, or the middles of the cells. */
function heatmapCells(data: Data<'heatmap'>, style: Style): Cells {
  const { say, t, number } = style;
  const columns = data.values[0]?.length ?? 0;
  const rows = data.values.length;
  const name = (
    index: number,
    count: number,
    ticks: readonly string[] | undefined,
    range: readonly [number, number] | undefined,
  ) => {
    const tick = ticks?.[index];
    if (tick !== undefined) return t(tick);
    if (!range) return String(index);
    return number(range[0] + ((index + 0.5) / count) * (range[1] - range[0]));
  };
  const corner = `${t(data.yLabel ?? say('行', 'row'))} \\ ${t(
    data.xLabel ?? say('列', 'column'),
  )}`;
  return {
    columns: [
      corner,
      ...Array.from({ length: columns }, (_, c) =>
        name(c, columns, data.xTicks, data.x),
      ),
    ],
    rows: data.values.map((row, r) => [
      name(r, rows, data.yTicks, data.y),
      ...row.map((value) => number(value)),
    ]),
  };
}

function treeCells(data: Data<'tree'>, style: Style): Cells {
  const { say, t, number } = style;
  const rows: string[][] = [];
  const classes = data.classes ?? [];
  let most = classes.length;
  const visit = (node: TreeNode, depth: number) => {
    const counts = node.counts ?? [];
    most = Math.max(most, counts.length);
    const texts = [node.branch ?? '', node.label, node.detail ?? ''].map(
      (text) => (text === '' ? '' : t(text)),
    );
    rows.push([String(depth), ...texts, ...counts.map((n) => number(n))]);
    for (const child of node.children ?? []) visit(child, depth + 1);
  };
  visit(data.root, 0);
  const names = Array.from({ length: most }, (_, i) => t(classes[i] ?? `${i}`));
  return {
    columns: [
      say('深度', 'depth'),
      say('分支', 'branch'),
      say('节点', 'node'),
      say('说明', 'detail'),
      ...names,
    ],
    rows,
  };
}

function networkCells(data: Data<'network'>, style: Style): Cells {
  const { say, t, number } = style;
  const last = data.layers.length - 1;
  const unit = (layer: number, index: number) => {
    const names =
      layer === 0 ? data.inputs : layer === last ? data.outputs : undefined;
    const name = names?.[index];
    return name === undefined ? `${layer}.${index}` : t(name);
  };
  const weights = data.weights.flatMap((matrix, layer) =>
    matrix.flatMap((row, i) =>
      row.map((weight, j) => [
        unit(layer, i),
        unit(layer + 1, j),
        number(weight),
      ]),
    ),
  );
  const biases = (data.biases ?? []).flatMap((layer, l) =>
    layer.map((bias, j) => [say('偏置', 'bias'), unit(l + 1, j), number(bias)]),
  );
  return {
    columns: [say('从', 'from'), say('到', 'to'), say('数值', 'value')],
    rows: [...weights, ...biases],
  };
}

function tableCells(data: Data<'table'>, { t, number, isRaw }: Style): Cells {
  type Cell = (typeof data.rows)[number][number];
  const raw = (cell: Cell) => {
    if (typeof cell === 'number') return number(cell);
    return typeof cell === 'string' ? t(cell) : String(cell ?? '');
  };
  return {
    columns: data.columns.map(t),
    rows: data.rows.map((row) =>
      row.map((cell) => (isRaw ? raw(cell) : cellText(cell, t))),
    ),
  };
}

/** Indices of at most `most` of `count` things, first and last included. */
function sampled(count: number, most: number): number[] {
  if (count <= most) return Array.from({ length: count }, (_, index) => index);
  return Array.from({ length: most }, (_, index) =>
    Math.round((index * (count - 1)) / (most - 1)),
  );
}
