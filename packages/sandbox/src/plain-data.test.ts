import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { cellsOf, plainData } from './plain-data.ts';
import { createPlot } from './plot-recorder.ts';

describe('plainData', () => {
  it('copies numbers, texts, truth values, lists and objects', () => {
    const data = {
      points: [
        [1, Number.NaN],
        [-0, 1 / 0],
      ],
      caption: 'a',
      dots: true,
      nothing: null,
      missing: undefined,
      'odd key': [[]],
    };
    const copy = plainData(data);
    expect(copy).toEqual(data);
    expect(copy).not.toBe(data);
    expect(copy['points']).not.toBe(data.points);
  });

  it('keeps a key named __proto__ a key', () => {
    const data = JSON.parse('{ "__proto__": { "points": [1] } }');
    const copy = plainData(data);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
    expect(Object.keys(copy)).toEqual(['__proto__']);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['a number', 1],
    ['nothing', null],
    ['a date', new Date(0)],
    ['a date inside', { at: new Date(0) }],
    ['a map inside', { at: new Map() }],
    ['bytes', { at: new Uint8Array(1) }],
    ['a buffer', { at: new ArrayBuffer(1) }],
    ['an expression', { at: /a/ }],
    ['an error', { at: new Error('a') }],
  ])('refuses %s', (_, value) => {
    expect(() => plainData(value)).toThrow(TypeError);
  });

  it('takes as many cells as a run may draw, and no more', () => {
    // The object, its key of one letter and the list count for three.
    const filled = (cells: number) => ({ a: new Array(cells - 3).fill(0) });
    expect(cellsOf(filled(1_000))).toBe(1_000);
    expect(() => plainData(filled(limits.plotCells))).not.toThrow();
    expect(() => plainData(filled(limits.plotCells + 1))).toThrow(TypeError);
  });

  it('looks at the length of a list before it walks it', () => {
    let isWalked = false;
    const list = new Array(2 ** 32 - 1);
    const get = () => {
      isWalked = true;
      throw new Error('walked');
    };
    Object.defineProperty(list, 0, { get });
    expect(() => plainData({ a: list })).toThrow(TypeError);
    expect(isWalked).toBe(false);
  });

  it('does not follow nesting for ever', () => {
    let nested: unknown = 0;
    for (let i = 0; i < 100_000; i += 1) {
      nested = [nested];
    }
    const cyclic: Record<string, unknown> = {};
    cyclic['a'] = cyclic;
    expect(() => plainData({ nested })).toThrow('nested too deep');
    expect(() => plainData(cyclic)).toThrow('nested too deep');
  });
});

it('cells are counted as the module plot counts them', () => {
  // One frame of exactly the allowed cells passes there, one more does not.
  for (const [extra, frames] of [
    [0, 1],
    [1, 0],
  ] as const) {
    let count = 0;
    const plot = createPlot(
      () => {
        count += 1;
      },
      () => {},
    );
    const data = { points: [], caption: 'xyz', a: { b: [true, null] } };
    const rest = limits.plotCells - cellsOf(data) + extra;
    const points = new Array(rest).fill(0);
    plot.scatter('name', { ...data, points } as never);
    expect(count).toBe(frames);
  }
});
