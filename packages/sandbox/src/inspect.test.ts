import { describe, expect, it } from 'vitest';
import { clip, inspect, inspectArguments } from './inspect.ts';

class Point {
  #secret = 1;
  x = this.#secret;
}

const hostile = new Proxy(
  {},
  {
    get() {
      throw new Error('get');
    },
    ownKeys() {
      throw new Error('ownKeys');
    },
    getPrototypeOf() {
      throw new Error('getPrototypeOf');
    },
  },
);

describe('inspect', () => {
  it.each<[unknown, string]>([
    [0, '0'],
    [-0, '-0'],
    [Number.NaN, 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity'],
    [1e21, '1e+21'],
    [12345678901234567890n, '12345678901234567890n'],
    [true, 'true'],
    [null, 'null'],
    [undefined, 'undefined'],
    ['a "b"\n', '"a \\"b\\"\\n"'],
    [Symbol('s'), 'Symbol(s)'],
    [Symbol.iterator, 'Symbol(Symbol.iterator)'],
    [function named() {}, '[function named]'],
    [() => {}, '[function (anonymous)]'],
    [Point, '[class Point]'],
    [class {}, '[class (anonymous)]'],
    [/a+/gi, '/a+/gi'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [new Date(Number.NaN), 'Invalid Date'],
    [new TypeError('bad'), 'TypeError: bad'],
    [Promise.resolve(1), 'Promise { … }'],
    [[], '[]'],
    [{}, '{}'],
    [[1, -0, 'a', [null]], '[1, -0, "a", [null]]'],
    [{ a: 1, 'b-c': { 种类: 2 } }, '{ a: 1, "b-c": { 种类: 2 } }'],
    [new Point(), 'Point { x: 1 }'],
    [Object.create(null, { a: { value: 1, enumerable: true } }), '{ a: 1 }'],
    [
      new Map<unknown, unknown>([[{ k: 1 }, 'v']]),
      'Map(1) { { k: 1 } => "v" }',
    ],
    [new Map(), 'Map(0) {}'],
    [new Set([1, 'a']), 'Set(2) { 1, "a" }'],
    [new Float64Array([0.5, 1]), 'Float64Array(2) [0.5, 1]'],
    [new BigInt64Array([1n]), 'BigInt64Array(1) [1n]'],
    [new Uint8Array(), 'Uint8Array(0) []'],
    // biome-ignore lint/suspicious/noSparseArray: the point of the test
    [[1, , 3], '[1, undefined, 3]'],
  ])('%# shows %o', (value, text) => {
    expect(inspect(value)).toBe(text);
  });

  it('marks a cycle, not an object met twice', () => {
    const shared = { a: 1 };
    const value: Record<string, unknown> = { one: shared, two: shared };
    value['self'] = value;
    expect(inspect(value)).toBe(
      '{ one: { a: 1 }, two: { a: 1 }, self: [circular] }',
    );
    const list: unknown[] = [];
    list.push(new Map([['list', list]]));
    expect(inspect(list)).toBe('[Map(1) { "list" => [circular] }]');
  });

  it('survives getters, proxies and methods that throw', () => {
    const value = {
      a: 1,
      get b(): number {
        throw new Error('getter');
      },
      c: hostile,
    };
    expect(inspect(value)).toBe(
      '{ a: 1, b: [getter threw], c: [cannot be shown] }',
    );
    expect(inspect(hostile)).toBe('[cannot be shown]');
    const error = new Error('x');
    Object.defineProperty(error, 'message', {
      get() {
        throw new Error('message');
      },
    });
    expect(inspect(error)).toBe('[cannot be shown]');
    expect(inspect(Object.create(Date.prototype))).toBe('[cannot be shown]');
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    expect(inspect([proxy])).toBe('[[cannot be shown]]');
  });

  it('ends at the given depth', () => {
    const value = { a: { b: { c: [1] } }, d: [[[[]]]] };
    expect(inspect(value, { depth: 2 })).toBe('{ a: { b: {…} }, d: [[…]] }');
  });

  it('survives nesting deeper than the stack', () => {
    let value: unknown = 0;
    for (let i = 0; i < 1e5; i += 1) {
      value = [value];
    }
    expect(inspect(value)).toBe('[[[[[…]]]]]');
  });

  it('breaks what is wider than a line', () => {
    const row = Array.from({ length: 20 }, (_, i) => i);
    expect(inspect({ rows: [row, row] })).toBe(
      [
        '{',
        '  rows: [',
        '    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19],',
        '    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]',
        '  ]',
        '}',
      ].join('\n'),
    );
  });

  it('counts the entries it leaves out', () => {
    const list = Array.from({ length: 250 }, (_, i) => i);
    expect(inspect(list)).toMatch(/ 99,\n {2}… 150 more\n\]$/);
    expect(inspect(new Set(list), { entries: 2 })).toBe(
      'Set(250) { 0, 1, … 248 more }',
    );
    expect(inspect({ a: 1, b: 2, c: 3 }, { entries: 1 })).toBe(
      '{ a: 1, … 2 more }',
    );
  });

  it('is quick about arrays too long to visit', () => {
    expect(inspect(new Array(2 ** 32 - 1), { entries: 1 })).toBe(
      '[undefined, … 4294967294 more]',
    );
    const before = process.memoryUsage().rss;
    expect(inspect(new Uint8Array(2e8), { entries: 1 })).toBe(
      'Uint8Array(200000000) [0, … 199999999 more]',
    );
    // As an array it would take 1.6 GB.
    expect(process.memoryUsage().rss - before).toBeLessThan(8e8);
  });

  it('keeps to the given length, whatever it is shown', () => {
    let wide: unknown = 'x'.repeat(50);
    for (let i = 0; i < 4; i += 1) {
      wide = Array.from({ length: 100 }, () => wide);
    }
    for (const value of [
      'x'.repeat(1e6),
      wide,
      { [`${'k'.repeat(1e6)}`]: 1 },
    ]) {
      expect(inspect(value, { length: 1_000 }).length).toBeLessThan(1_100);
      expect(inspect(value).length).toBeLessThan(10_100);
    }
  });
});

describe('inspectArguments', () => {
  it('joins by spaces and quotes no string at the top', () => {
    expect(inspectArguments(['loss', 0.5, ['a'], undefined])).toBe(
      'loss 0.5 ["a"] undefined',
    );
    expect(inspectArguments([])).toBe('');
  });

  it('cuts the whole', () => {
    expect(inspectArguments(['ab', 'cd'], { length: 4 })).toBe(
      'ab c… (1 more characters)',
    );
  });
});

describe('clip', () => {
  it('leaves what fits and counts what is cut', () => {
    expect(clip('abc', 3)).toBe('abc');
    expect(clip('abcde', 3)).toBe('abc… (2 more characters)');
  });
});
