import type {
  PlotFrame,
  PlotKind,
  PlotKinds,
  TreeNode,
} from '@runnable-guide/sandbox/plot';
import {
  array,
  fail,
  list,
  numbers,
  optional,
  plain,
  points,
  type Reader,
  range,
  record,
  text,
  texts,
  truth,
  wholes,
} from './read.ts';

/** What one frame may hold; more would only make the page slow. */
export const limits = {
  points: 5000,
  series: 16,
  bars: 100,
  cells: 40_000,
  treeNodes: 500,
  treeDepth: 32,
  classes: 32,
  layers: 16,
  units: 256,
  weights: 70_000,
  modelValues: 100_000,
  modelDepth: 64,
  tableCells: 5000,
  tableColumns: 24,
} as const;

const kinds: { readonly [K in PlotKind]: Reader<PlotKinds[K]> } = {
  scatter: (value, at) => {
    const data = record(value, at);
    const all = points(data.points, `${at}.points`, limits.points);
    return {
      ...axesOf(data, at),
      points: all,
      ...optional('labels', data, at, (labels, where) =>
        numbers(labels, where, limits.points, all.length, 'points'),
      ),
      ...optional('centroids', data, at, (centroids, where) =>
        points(centroids, where, limits.points),
      ),
      ...optional('links', data, at, truth),
    };
  },
  line: (value, at) => {
    const data = record(value, at);
    let free = limits.points;
    const series = list(
      data.series,
      `${at}.series`,
      limits.series,
      (each, where) => {
        const one = record(each, where);
        const found = points(one.points, `${where}.points`, free);
        free -= found.length;
        return { name: text(one.name, `${where}.name`), points: found };
      },
    );
    return {
      ...axesOf(data, at),
      series,
      ...optional('yScale', data, at, (scale, where) =>
        scale === 'linear' || scale === 'log'
          ? scale
          : fail(where, "'linear' or 'log'", scale),
      ),
      ...optional('dots', data, at, truth),
    };
  },
  bars: (value, at) => {
    const data = record(value, at);
    const labels = texts(data.labels, `${at}.labels`, limits.bars);
    const values: Reader<number[]> = (each, where) =>
      numbers(each, where, limits.bars, labels.length, 'labels');
    const series = list(
      data.series,
      `${at}.series`,
      limits.series,
      (each, where) => {
        const one = record(each, where);
        return {
          name: text(one.name, `${where}.name`),
          values: values(one.values, `${where}.values`),
          ...optional('errors', one, where, values),
        };
      },
    );
    return { ...axesOf(data, at), labels, series };
  },
  heatmap: (value, at) => {
    const data = record(value, at);
    const values = matrix(data.values, `${at}.values`);
    const columns = values[0]?.length ?? 0;
    const names =
      (count: number): Reader<string[]> =>
      (each, where) => {
        const found = texts(each, where, limits.cells);
        if (found.length === count) return found;
        return fail(where, `one text for each of the ${count} cells`, each);
      };
    const marks = optional('points', data, at, (each, where) =>
      points(each, where, limits.points),
    );
    return {
      ...axesOf(data, at),
      values,
      ...optional('x', data, at, range),
      ...optional('y', data, at, range),
      ...optional('xTicks', data, at, names(columns)),
      ...optional('yTicks', data, at, names(values.length)),
      ...optional('domain', data, at, range),
      ...marks,
      ...optional('labels', data, at, (labels, where) =>
        numbers(
          labels,
          where,
          limits.points,
          marks.points?.length ?? 0,
          'points',
        ),
      ),
    };
  },
  tree: (value, at) => {
    const data = record(value, at);
    let count = 0;
    const node = (each: unknown, where: string, depth: number): TreeNode => {
      count += 1;
      if (count > limits.treeNodes) {
        fail(at, `a tree of at most ${limits.treeNodes} nodes`, 'more');
      }
      if (depth > limits.treeDepth) {
        fail(at, `a tree of at most ${limits.treeDepth} levels`, 'more');
      }
      const one = record(each, where);
      return {
        label: text(one.label, `${where}.label`),
        ...optional('detail', one, where, text),
        ...optional('counts', one, where, (counts, place) =>
          numbers(counts, place, limits.classes),
        ),
        ...optional('branch', one, where, text),
        ...optional('children', one, where, (children, place) =>
          list(children, place, limits.treeNodes, (child, path) =>
            node(child, path, depth + 1),
          ),
        ),
      };
    };
    return {
      ...captionOf(data, at),
      ...modelOf(data, at),
      root: node(data.root, `${at}.root`, 0),
      ...optional('classes', data, at, (classes, where) =>
        texts(classes, where, limits.classes),
      ),
    };
  },
  network: (value, at) => {
    const data = record(value, at);
    const layers = wholes(
      data.layers,
      `${at}.layers`,
      limits.layers,
      limits.units,
    );
    const total = layers.reduce(
      (sum, units, layer) => sum + units * (layers[layer + 1] ?? 0),
      0,
    );
    if (total > limits.weights) {
      fail(`${at}.layers`, `at most ${limits.weights} weights`, total);
    }
    const gaps = Math.max(layers.length - 1, 0);
    const perGap = <T>(
      each: unknown,
      where: string,
      read: (item: unknown, path: string, layer: number) => T,
    ) => {
      const items = array(each, where, limits.layers);
      if (items.length !== gaps) {
        fail(where, `${gaps} entries, one between each two layers`, each);
      }
      return items.map((item, i) => read(item, `${where}[${i}]`, i));
    };
    return {
      ...captionOf(data, at),
      ...modelOf(data, at),
      layers,
      weights: perGap(data.weights, `${at}.weights`, (each, where, layer) => {
        const rows = list(each, where, limits.units, (row, path) =>
          numbers(row, path, limits.units, layers[layer + 1], 'the next layer'),
        );
        if (rows.length === layers[layer]) return rows;
        return fail(where, `${layers[layer]} rows, one for each unit`, each);
      }),
      ...optional('biases', data, at, (biases, where) =>
        perGap(biases, where, (each, path, layer) =>
          numbers(each, path, limits.units, layers[layer + 1], 'the layer'),
        ),
      ),
      ...optional('inputs', data, at, (names, where) =>
        texts(names, where, limits.units),
      ),
      ...optional('outputs', data, at, (names, where) =>
        texts(names, where, limits.units),
      ),
    };
  },
  table: (value, at) => {
    const data = record(value, at);
    const columns = texts(data.columns, `${at}.columns`, limits.tableColumns);
    const most = Math.floor(limits.tableCells / Math.max(columns.length, 1));
    const rows = list(data.rows, `${at}.rows`, most, (row, where) => {
      const cells = list(row, where, limits.tableColumns, cell);
      if (cells.length === columns.length) return cells;
      return fail(where, `${columns.length} cells, one for each column`, row);
    });
    return { ...captionOf(data, at), columns, rows };
  },
};

/**
 * A copy of a frame that a program sent, or a sentence that says what is wrong
 * with it. Only known properties are copied. NaN and infinite values pass in
 * data, where a bug puts them and the figure shows it; not in ranges or sizes.
 */
export function parseFrame(value: unknown): PlotFrame | string {
  try {
    const frame = record(value, 'plot');
    const { kind } = frame;
    if (typeof kind !== 'string' || !Object.hasOwn(kinds, kind)) {
      return fail('kind', `one of ${Object.keys(kinds).join(', ')}`, kind);
    }
    const name = text(frame.name, `plot.${kind} name`);
    if (name === '') fail(`plot.${kind} name`, 'a text', name);
    return read(kind as PlotKind, name, frame.data);
  } catch (error) {
    return error instanceof Error ? error.message : 'The plot cannot be read.';
  }
}

function read<K extends PlotKind>(kind: K, name: string, data: unknown) {
  const at = `plot.${kind}(${JSON.stringify(name)})`;
  return { kind, name, data: kinds[kind](data, at) } as PlotFrame;
}

function captionOf(data: Record<string, unknown>, at: string) {
  return optional('caption', data, at, text);
}

function modelOf(data: Record<string, unknown>, at: string) {
  return optional('model', data, at, (model, where) =>
    plain(model, where, limits.modelValues, limits.modelDepth),
  );
}

function axesOf(data: Record<string, unknown>, at: string) {
  return {
    ...captionOf(data, at),
    ...optional('xLabel', data, at, text),
    ...optional('yLabel', data, at, text),
  };
}

function matrix(value: unknown, at: string): number[][] {
  let free: number = limits.cells;
  const rows = list(value, at, limits.cells, (row, where) => {
    const cells = numbers(row, where, free);
    free -= cells.length;
    return cells;
  });
  const uneven = rows.findIndex((row) => row.length !== rows[0]?.length);
  if (uneven < 0) return rows;
  const length = rows[0]?.length;
  return fail(`${at}[${uneven}]`, `${length} numbers as row 0`, rows[uneven]);
}

function cell(value: unknown, at: string): string | number | boolean | null {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  return typeof value === 'string'
    ? text(value, at)
    : fail(at, 'a text, number, boolean or null', value);
}
