import type { PlotFrame } from '@runnable-guide/sandbox/plot';
import { describe, expect, test } from 'vitest';
import { plotTable } from './data-table.ts';
import { describePlot } from './describe.ts';
import { renderPlot } from './render.ts';
import { createRandom, sampleFrames } from './samples.ts';
import { limits, parseFrame } from './validate.ts';

const scatter = (data: object) =>
  parseFrame({ kind: 'scatter', name: 'clusters', data });

describe('parseFrame', () => {
  test.each(sampleFrames)('takes an ordinary $kind as it is', (frame) => {
    expect(parseFrame(structuredClone(frame))).toEqual(frame);
  });

  test('leaves out what it does not know', () => {
    const points = [[1, 2, 3, 4]];
    const frame = scatter({ points, onload: 'x', __proto__: { links: 5 } });
    expect(frame).toMatchObject({ data: { points: [[1, 2]] } });
    expect(Object.keys((frame as PlotFrame).data)).toEqual(['points']);
  });

  test('copies a model of any shape, but nothing that is no data', () => {
    const parse = (model: unknown) =>
      parseFrame({
        kind: 'tree',
        name: 'it',
        data: { root: { label: '' }, model },
      });
    const model = { layers: [{ activation: 'tanh', weights: [[0.1, -2]] }] };
    const frame = parse({ ...model, unset: undefined });
    expect(frame).toMatchObject({ data: { model } });
    expect(JSON.stringify(frame)).not.toContain('unset');
    const odd = parse({ inner: JSON.parse('{ "__proto__": { "a": 1 } }') });
    expect(JSON.stringify(odd)).toContain('{"__proto__":{"a":1}}');
    expect({}).not.toHaveProperty('a');
    for (const [wrong, message] of [
      [5, 'model must be an object, got 5.'],
      [[1], 'model must be an object'],
      [{ run: () => 1 }, 'model.run must be plain data, got a function.'],
      [{ a: [{ b: 1n }] }, 'model.a[0].b must be plain data'],
      [{ a: 'x'.repeat(201) }, 'model.a must be at most 200 characters'],
      [{ ['x'.repeat(201)]: 1 }, 'at most 200 characters'],
    ] as const) {
      expect(parse(wrong)).toContain(message);
    }
  });

  test('takes typed arrays', () => {
    const points = [new Float64Array([1, 2])];
    expect(scatter({ points, labels: new Int32Array([1]) })).toMatchObject({
      data: { points: [[1, 2]], labels: [1] },
    });
  });

  test('lets NaN and infinite data through, for the figure to show', () => {
    const frame = scatter({ points: [[Number.NaN, Infinity]] });
    expect(frame).toMatchObject({
      data: { points: [[Number.NaN, Infinity]] },
    });
  });

  test.each([
    ['scatter', { points: 5 }, 'points must be an array, got 5.'],
    ['scatter', { points: [[1]] }, 'points[0] must be a point such as [x, y]'],
    ['scatter', { points: [[1, '2']] }, 'points[0][1] must be a number, got'],
    ['scatter', { points: [undefined] }, 'points[0] must be a point'],
    ['scatter', { points: [[1, 2]], labels: [] }, 'as long as points (1)'],
    ['scatter', { points: [], links: 1 }, 'links must be true or false'],
    ['scatter', null, 'must be an object, got null'],
    ['scatter', { points: [], xLabel: 'x'.repeat(201) }, '200 characters'],
    ['line', { series: [], yScale: 'cubic' }, "must be 'linear' or 'log'"],
    ['bars', { labels: ['a'], series: [{ name: '', values: [] }] }, 'as long'],
    ['heatmap', { values: [[1, 2], [3]] }, 'values[1] must be 2 numbers'],
    ['heatmap', { values: [[1]], x: [1, 0] }, '[smallest, largest]'],
    ['heatmap', { values: [[1]], domain: [0, Number.NaN] }, 'finite numbers'],
    ['heatmap', { values: [[1]], xTicks: [] }, 'one text for each of the 1'],
    ['network', { layers: [2, 1], weights: [[[1]]] }, '2 rows, one for each'],
    ['network', { layers: [2, 1], weights: [] }, '1 entries, one between'],
    ['network', { layers: [1.5], weights: [] }, 'whole number from 0 to 256'],
    ['table', { columns: ['a'], rows: [[{}]] }, 'a text, number, boolean or'],
    ['table', { columns: ['a'], rows: [[]] }, '1 cells, one for each column'],
  ])('refuses %s with %j in plain words', (kind, data, message) => {
    expect(parseFrame({ kind, name: 'it', data })).toContain(message);
  });

  test.each([
    null,
    undefined,
    7,
    'scatter',
    [],
    { kind: 'constructor', name: 'a', data: {} },
    { kind: '__proto__', name: 'a', data: {} },
    { kind: 'scatter', name: '', data: { points: [] } },
    { kind: 'scatter', name: 3, data: { points: [] } },
  ])('refuses %j as a frame', (value) => {
    expect(parseFrame(value)).toBeTypeOf('string');
  });

  test('refuses a frame that throws when it is read', () => {
    const kind = () => {
      throw new Error('hostile getter');
    };
    const frame = Object.defineProperty({}, 'kind', { get: kind });
    expect(parseFrame(frame)).toBeTypeOf('string');
  });

  test('refuses more than a page can bear', () => {
    const many = <T>(count: number, item: T) => Array<T>(count).fill(item);
    const { points, cells, units, treeNodes, treeDepth, modelValues } = limits;
    const tooMuch: [string, object][] = [
      ['scatter', { points: many(points + 1, [0, 0]) }],
      [
        'line',
        {
          series: many(2, {
            name: '',
            points: many(points / 2 + 1, [0, 0]),
          }),
        },
      ],
      ['heatmap', { values: many(cells / 100 + 1, many(100, 0)) }],
      ['network', { layers: many(17, 1), weights: [] }],
      ['network', { layers: [units + 1], weights: [] }],
      ['network', { layers: many(3, 256), weights: [] }],
      [
        'tree',
        { root: { label: '', children: many(treeNodes, { label: '' }) } },
      ],
      ['table', { columns: ['a'], rows: many(5001, [1]) }],
    ];
    let deep: object = { label: '' };
    for (let i = 0; i <= treeDepth; i++) deep = { label: '', children: [deep] };
    tooMuch.push(['tree', { root: deep }]);
    const root = { label: '' };
    tooMuch.push(['tree', { root, model: { a: many(modelValues, 0) } }]);
    tooMuch.push([
      'tree',
      {
        root,
        model: { a: many(modelValues / 2, {}), b: many(modelValues / 2, []) },
      },
    ]);
    const loop: Record<string, unknown> = {};
    loop['again'] = loop;
    tooMuch.push(['network', { layers: [], weights: [], model: loop }]);
    for (const [kind, data] of tooMuch) {
      const result = parseFrame({ kind, name: 'big', data });
      expect(result, kind).toBeTypeOf('string');
      expect(result, kind).toMatch(/at most|from 0 to/);
    }
  });

  test('refuses a tree that contains itself', () => {
    const root: { label: string; children: object[] } = {
      label: 'loop',
      children: [],
    };
    root.children.push(root);
    const result = parseFrame({ kind: 'tree', name: 'loop', data: { root } });
    expect(result).toContain('at most');
  });

  test('whatever is changed in a frame, it is refused or can be shown', () => {
    const random = createRandom(7);
    const pick = <T>(from: readonly T[]): T =>
      from[Math.floor(random() * from.length)] as T;
    const odd = [
      Number.NaN,
      Infinity,
      -Infinity,
      1e308,
      -1e308,
      1e-320,
      -0,
      -1,
      0.5,
      1e9,
      '',
      '<b>',
      '\ud800',
      'NaN',
      null,
      undefined,
      true,
      [],
      {},
      [[]],
      [[1, 2]],
      [1, 2],
      [Number.NaN, 3],
      [5, 5],
      3n,
      new Map(),
      new Date(0),
    ];
    let shown = 0;
    for (let round = 0; round < 3000; round++) {
      const frame: unknown = structuredClone(pick(sampleFrames));
      for (let change = 0; change <= random() * 3; change++) {
        alter(frame, pick, random, odd);
      }
      const parsed = parseFrame(frame);
      if (typeof parsed === 'string') {
        expect(parsed).toMatch(/^plot|^kind/);
        continue;
      }
      shown += 1;
      const frames = [parsed, parsed];
      const html = renderPlot(frames, 1, { id: 'p', lang: 'en' });
      const geometry = html.replaceAll(/>[^<]*</g, '><');
      expect(geometry).not.toMatch(/NaN|Infinity|undefined|null|\de[+-]\d/);
      expect(describePlot(parsed, { lang: 'en' })).not.toContain('undefined');
      expect(plotTable(parsed).rows.length).toBeLessThanOrEqual(200);
    }
    expect(shown).toBeGreaterThan(500);
  });
});

/** Puts an odd value, or a value of another place, somewhere in a frame. */
function alter(
  frame: unknown,
  pick: <T>(from: readonly T[]) => T,
  random: () => number,
  odd: readonly unknown[],
): void {
  let at = (frame as { data: Record<string, unknown> }).data;
  for (;;) {
    const keys = Object.keys(at);
    if (keys.length === 0) return;
    const key = pick(keys);
    const value = at[key];
    const isDeep = typeof value === 'object' && value !== null;
    if (isDeep && random() < 0.8) {
      at = value as Record<string, unknown>;
      continue;
    }
    if (typeof value === 'number' && random() < 0.6) {
      at[key] = pick(odd.filter((each) => typeof each === 'number'));
    } else if (random() < 0.5) {
      at[key] = pick(odd);
    } else {
      delete at[key];
    }
    return;
  }
}
