import { describe, expect, it, vi } from 'vitest';
import { limits } from './limits.ts';
import { parseReport } from './parse-report.ts';
import type { PlotFrame } from './plot.ts';
import { createPlot } from './plot-recorder.ts';

type Call = (name: unknown, data: unknown) => void;

function record() {
  const frames: PlotFrame[] = [];
  const onLimit = vi.fn();
  const plot = createPlot((frame) => frames.push(frame), onLimit);
  return { plot: plot as unknown as Record<string, Call>, frames, onLimit };
}

describe('createPlot', () => {
  it.each(['scatter', 'line', 'bars', 'heatmap', 'tree', 'network', 'table'])(
    'records %s',
    (kind) => {
      const { plot, frames } = record();
      plot[kind]?.('name', { values: [1, Number.NaN, null, undefined, 'a'] });
      expect(frames).toEqual([
        {
          kind,
          name: 'name',
          data: { values: [1, Number.NaN, null, undefined, 'a'] },
        },
      ]);
    },
  );

  it('copies: what changes later does not change the frame', () => {
    const { plot, frames } = record();
    const points = [[1, 2]];
    const labels = new Int8Array([0]);
    const data = { points, labels, caption: 'first' };
    plot['scatter']?.('p', data);
    points[0]?.splice(0, 2, 9, 9);
    points.push([3, 4]);
    labels[0] = 7;
    data.caption = 'second';
    expect(frames[0]?.data).toEqual({
      points: [[1, 2]],
      labels: [0],
      caption: 'first',
    });
  });

  it('makes plain arrays of typed arrays, numbers of bigints', () => {
    const { plot, frames } = record();
    plot['line']?.('l', {
      a: new Float32Array([0.5]),
      b: new BigInt64Array([2n]),
      // biome-ignore lint/suspicious/noSparseArray: the point of the test
      c: [1, , 3],
    });
    expect(frames[0]?.data).toEqual({ a: [0.5], b: [2], c: [1, undefined, 3] });
  });

  it('runs getters once and leaves inherited properties out', () => {
    const { plot, frames } = record();
    const get = vi.fn(() => [1]);
    plot['bars']?.(
      'b',
      Object.create(
        { inherited: 1 },
        { values: { get, enumerable: true }, hidden: { value: 1 } },
      ),
    );
    expect(frames[0]?.data).toEqual({ values: [1] });
    expect(get).toHaveBeenCalledTimes(1);
  });

  it.each<[unknown, unknown, string]>([
    ['', {}, "plot.line: the first argument is the figure's name"],
    [{}, {}, 'got object'],
    ['l', null, "plot.line('l'): the second argument must be an object"],
    ['l', undefined, 'got undefined'],
    ['l', 5, 'got number'],
    ['l', [[1, 2]], 'got an array'],
    ['l', new Float64Array(2), 'got an array'],
    [
      'l',
      { series: [{ f: () => 0 }] },
      "plot.line('l').series[0].f is a function, which cannot be drawn",
    ],
    ['l', { a: Symbol('s') }, "plot.line('l').a is a symbol"],
  ])('refuses (%o, %o)', (name, data, message) => {
    const { plot, frames } = record();
    expect(() => plot['line']?.(name, data)).toThrow(TypeError);
    expect(() => plot['line']?.(name, data)).toThrow(message);
    expect(frames).toEqual([]);
  });

  it('refuses cycles', () => {
    const { plot } = record();
    const node: Record<string, unknown> = { label: 'root' };
    node['children'] = [node, node];
    expect(() => plot['tree']?.('t', { root: node })).toThrow(
      /plot\.tree\('t'\)\.root\.children\[0\].* deeper than 40 levels/,
    );
  });

  it('accepts a tree as deep as figures go', () => {
    const { plot, frames } = record();
    let root: unknown = { label: 'leaf' };
    for (let depth = 0; depth < 18; depth += 1) {
      root = { label: 'node', children: [root] };
    }
    plot['tree']?.('t', { root });
    expect(frames).toHaveLength(1);
  });

  it('says once that the frames are used up, and drops the rest', () => {
    const { plot, frames, onLimit } = record();
    for (let i = 0; i < limits.plotFrames + 10; i += 1) {
      plot['line']?.('l', { i });
    }
    expect(frames).toHaveLength(limits.plotFrames);
    expect(frames.at(-1)?.data).toEqual({ i: limits.plotFrames - 1 });
    expect(onLimit.mock.calls).toEqual([['plotFrames']]);
  });

  it('says once that the cells are used up', () => {
    const { plot, frames, onLimit } = record();
    const values = Array.from({ length: limits.plotCells / 4 }, () => 0);
    for (let i = 0; i < 6; i += 1) {
      plot['heatmap']?.('h', { values });
    }
    expect(frames).toHaveLength(3);
    expect(onLimit.mock.calls).toEqual([['plotCells']]);
  });

  it.each<[string, () => object]>([
    ['an array too long to copy', () => ({ values: new Array(4e9) })],
    ['a typed array too long to copy', () => ({ values: new Int8Array(1e9) })],
    [
      'one object met again and again',
      () => {
        let data: object = { a: 1 };
        for (let i = 0; i < 30; i += 1) {
          data = { a: data, b: data };
        }
        return data;
      },
    ],
  ])('stops early at %s', (_, make) => {
    const { plot, frames, onLimit } = record();
    plot['line']?.('l', make());
    expect(frames).toEqual([]);
    expect(onLimit.mock.calls).toEqual([['plotCells']]);
  });

  it('counts the characters of texts and keys', () => {
    const { plot, frames, onLimit } = record();
    const labels = Array.from({ length: 1_000 }, () => 'x'.repeat(1_000));
    for (let i = 0; i < 3; i += 1) {
      plot['bars']?.('b', { labels });
    }
    expect(frames).toHaveLength(1);
    expect(onLimit.mock.calls).toEqual([['plotCells']]);
    const keys = record();
    keys.plot['bars']?.('b', { ['k'.repeat(limits.plotCells)]: 1 });
    expect(keys.frames).toEqual([]);
  });

  it('cuts long texts and names, so that the frame is not refused', () => {
    const { plot, frames } = record();
    plot['line']?.('n'.repeat(1e5), { caption: 'c'.repeat(1e5) });
    expect(parseReport({ type: 'plot', frames })).not.toBeNull();
    expect(frames[0]?.data).toEqual({ caption: 'c'.repeat(1_000) });
  });

  it('stays usable after a refused call', () => {
    const { plot, frames } = record();
    expect(() => plot['line']?.('l', { f() {} })).toThrow(TypeError);
    plot['line']?.('l', { a: 1 });
    expect(frames).toHaveLength(1);
  });
});
