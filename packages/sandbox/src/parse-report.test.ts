import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import type {
  ConsoleLine,
  Report,
  ReportedError,
  TestCase,
  TestFailure,
} from './messages.ts';
import { parseReport } from './parse-report.ts';
import type { PlotFrame } from './plot.ts';

const line: ConsoleLine = {
  method: 'table',
  text: 'a',
  table: { columns: ['', 'x'], rows: [['0', '1']] },
};
const frame: PlotFrame = {
  kind: 'scatter',
  name: 'points',
  data: { points: [[1, 2]] },
};
const error: TestFailure = {
  kind: 'rejection',
  name: 'TypeError',
  message: 'bad',
  frames: [{ path: '/a.ts', line: 3, column: 7, functionName: 'f' }],
  expected: '1',
  received: '2',
  difference: '1',
  tolerance: '0.005',
  isPlain: true,
};
const { kind, name, message, frames } = error;
const programError: ReportedError = { kind, name, message, frames };
const missingExport = {
  module: './a',
  name: 'b',
  exported: ['c', 'd'],
  isNear: true,
};
const test: TestCase = {
  name: 'adds',
  blocks: ['outer', 'inner'],
  path: '/a.test.ts',
  status: 'fail',
  duration: 1.5,
  errors: [error],
};

const wellFormed: Report[] = [
  { type: 'console', lines: [] },
  { type: 'console', lines: [line, { method: 'log', text: '' }] },
  { type: 'plot', frames: [] },
  { type: 'plot', frames: [frame] },
  { type: 'error', error: programError },
  { type: 'error', error: { ...programError, frames: [] } },
  { type: 'error', error: { ...programError, missingExport } },
  { type: 'limit', limit: 'consoleLines' },
  { type: 'test', test },
  {
    type: 'test',
    test: { name: '', blocks: [], path: '', status: 'idle', errors: [] },
  },
  { type: 'test', test: { ...test, errors: [programError] } },
  { type: 'tests-found', count: 0 },
  { type: 'evaluated' },
  { type: 'idle' },
  { type: 'waiting' },
  { type: 'pong' },
  { type: 'flood' },
];

/** Values that are wrong almost anywhere. */
const odd: unknown[] = [
  null,
  true,
  -1,
  1.5,
  Number.NaN,
  2 ** 60,
  10n,
  'no such word',
  '__proto__',
  Symbol('s'),
  [],
  [null],
  new Array(3),
  {},
  new Date(0),
  new Map([['type', 'pong']]),
  new Uint8Array(2),
  () => 'pong',
];

interface Variant {
  path: string[];
  original: unknown;
  item: unknown;
  value: unknown;
}

/** Every way to replace one value inside by an odd one, or to remove it. */
function* variants(original: unknown, path: string[]): Generator<Variant> {
  for (const item of [...odd, undefined]) {
    yield { path, original, item, value: item };
  }
  if (typeof original !== 'object' || original === null) {
    return;
  }
  for (const [key, own] of Object.entries(original)) {
    for (const inner of variants(own, [...path, key])) {
      const { value: item } = inner;
      const value = Array.isArray(original)
        ? Object.assign([...original], { [key]: item })
        : { ...original, [key]: item };
      yield { ...inner, value };
    }
    if (!Array.isArray(original)) {
      const { [key]: _, ...value } = original as Record<string, unknown>;
      yield { path: [...path, key], original: own, item: undefined, value };
    }
  }
}

const OPTIONAL = [
  'table',
  'duration',
  'expected',
  'received',
  'difference',
  'tolerance',
  'isPlain',
  'missingExport',
];
/** The others are free text. */
const WORDED = ['type', 'method', 'kind', 'limit', 'status'];

/** Whether what was put in is as good as what was there. */
function isAsGood({ path, original, item }: Variant): boolean {
  const key = path.at(-1) ?? '';
  const inData = path.indexOf('data');
  if (inData >= 0 && inData < path.length - 1) {
    // What a figure holds is checked where it is drawn; here it is plain.
    return isPlain(item);
  }
  if (item === undefined) {
    return OPTIONAL.includes(key);
  }
  if (Array.isArray(original)) {
    return Array.isArray(item) && item.length === 0;
  }
  switch (typeof original) {
    case 'string':
      return typeof item === 'string' && !WORDED.includes(key);
    case 'boolean':
      return item === true || (key === 'isNear' && item === false);
    case 'number':
      return key === 'duration' && Number.isFinite(item);
    default:
      return key === 'data' && isPlain(item) && typeof item === 'object';
  }
}

function isPlain(item: unknown): boolean {
  if (typeof item !== 'object' || item === null) {
    return typeof item !== 'symbol' && typeof item !== 'function';
  }
  return item.constructor === Object || item.constructor === Array;
}

describe('parseReport', () => {
  it.each(wellFormed.map((report) => [report.type, report] as const))(
    'passes a well-formed %s',
    (_, report) => {
      expect(parseReport(structuredClone(report))).toEqual(report);
    },
  );

  it('is null for every malformed variant', () => {
    let count = 0;
    for (const report of wellFormed) {
      for (const variant of variants(report, [])) {
        if (!isAsGood(variant)) {
          const { path, item, value } = variant;
          count += 1;
          if (parseReport(value) !== null) {
            const shown = Object.prototype.toString.call(item);
            expect.fail(`${report.type}: ${path.join('.')} = ${shown} passes`);
          }
        }
      }
    }
    expect(count).toBeGreaterThan(1_000);
  });

  it.each<[string, unknown]>([
    ['no message', undefined],
    ['an unknown type', { type: 'eval', code: '1' }],
    ['a type of Object.prototype', { type: 'constructor' }],
    ['a type in an array', { type: ['pong'] }],
    ['an array', [{ type: 'pong' }]],
    ['a list with holes', { type: 'console', lines: new Array(2) }],
    ['a list-like object', { type: 'console', lines: { length: 0 } }],
    [
      'a hole among the rows',
      {
        type: 'console',
        lines: [{ ...line, table: { columns: [], rows: new Array(2) } }],
      },
    ],
    ['an unknown limit', { type: 'limit', limit: 'toString' }],
    ['a limit of no word', { type: 'limit', limit: 5 }],
    [
      'an unknown method',
      { type: 'console', lines: [{ method: 'eval', text: '' }] },
    ],
    ['an unknown kind', { type: 'plot', frames: [{ ...frame, kind: 'html' }] }],
    ['data that is a list', { type: 'plot', frames: [{ ...frame, data: [] }] }],
    ['a negative count', { type: 'tests-found', count: -1 }],
    [
      'an endless duration',
      { type: 'test', test: { ...test, duration: 1 / 0 } },
    ],
    [
      'a negative line',
      {
        type: 'error',
        error: { ...programError, frames: [{ ...error.frames[0], line: -1 }] },
      },
    ],
  ])('is null for %s', (_, value) => {
    expect(parseReport(value)).toBeNull();
  });

  it.each<[string, (size: number) => unknown, number]>([
    [
      'lines',
      (n) => ({ type: 'console', lines: fill(n, line) }),
      limits.consoleLines,
    ],
    [
      'a line',
      (n) => ({
        type: 'console',
        lines: [{ method: 'log', text: 'x'.repeat(n) }],
      }),
      limits.lineLength + 100,
    ],
    [
      'rows',
      (n) => ({
        type: 'console',
        lines: [{ ...line, table: { columns: [], rows: fill(n, []) } }],
      }),
      1_000,
    ],
    [
      'columns',
      (n) => ({
        type: 'console',
        lines: [{ ...line, table: { columns: fill(n, ''), rows: [] } }],
      }),
      100,
    ],
    [
      'cells',
      (n) => ({
        type: 'console',
        lines: [{ ...line, table: { columns: [], rows: [fill(n, '')] } }],
      }),
      100,
    ],
    [
      'frames',
      (n) => ({ type: 'plot', frames: fill(n, frame) }),
      limits.plotFrames,
    ],
    [
      'a message',
      (n) => ({
        type: 'error',
        error: { ...programError, message: 'x'.repeat(n) },
      }),
      2_100,
    ],
    [
      'a trace',
      (n) => ({
        type: 'error',
        error: { ...programError, frames: fill(n, error.frames[0]) },
      }),
      20,
    ],
    [
      'blocks',
      (n) => ({ type: 'test', test: { ...test, blocks: fill(n, 'b') } }),
      100,
    ],
    [
      'errors',
      (n) => ({ type: 'test', test: { ...test, errors: fill(n, error) } }),
      20,
    ],
  ])('has a cap on %s', (_, make, cap) => {
    expect(parseReport(make(cap))).not.toBeNull();
    expect(parseReport(make(cap + 1))).toBeNull();
    expect(parseReport(make(cap * 50))).toBeNull();
  });

  it('lets nothing through that it does not know', () => {
    const junk = { codeLine: {}, path: [], column: 'x', html: '<b>' };
    const parsed = parseReport({
      type: 'error',
      ...junk,
      error: { ...junk, ...error, frames: [{ ...junk, ...error.frames[0] }] },
    });
    expect(parsed).toEqual({ type: 'error', error: programError });
    expect(
      parseReport({
        type: 'console',
        lines: [{ ...line, ...junk, table: { ...line.table, ...junk } }],
      }),
    ).toEqual({ type: 'console', lines: [line] });
    expect(
      parseReport({ type: 'plot', frames: [{ ...frame, ...junk }] }),
    ).toEqual({ type: 'plot', frames: [frame] });
    expect(
      parseReport({
        type: 'test',
        test: { ...junk, ...test, errors: [{ ...junk, ...error }] },
      }),
    ).toEqual({ type: 'test', test });
  });

  it('never throws and never passes noise', () => {
    const random = seeded(7);
    const types = [...wellFormed.map(({ type }) => type), 'eval', '', 0];
    let passed = 0;
    for (let i = 0; i < 20_000; i += 1) {
      const value = noise(random, 4);
      const message = {
        ...(value as object),
        type: types[Math.floor(random() * types.length)],
      };
      expect(() => parseReport(value)).not.toThrow();
      const parsed = parseReport(message);
      if (parsed !== null) {
        passed += 1;
        expect(parsed.type).toBe(message.type);
        // What passes is a message of its own right.
        expect(parseReport(structuredClone(parsed))).toEqual(parsed);
      }
    }
    expect(passed).toBeGreaterThan(100);
    expect(passed).toBeLessThan(20_000);
  });

  it('survives objects that throw when read', () => {
    const trap = () => {
      throw new Error('trap');
    };
    expect(parseReport(new Proxy({}, { get: trap, has: trap }))).toBeNull();
    expect(
      parseReport({ type: 'console', lines: [new Proxy({}, { get: trap })] }),
    ).toBeNull();
  });
});

function fill<T>(count: number, item: T): T[] {
  return Array.from({ length: count }, () => item);
}

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = [
  ...['type', 'lines', 'frames', 'error', 'limit', 'test', 'count', 'method'],
  ...['text', 'table', 'columns', 'rows', 'kind', 'name', 'data', 'message'],
  ...['blocks', 'path', 'status', 'errors', 'duration', 'line', 'column'],
  ...['log', 'scatter', 'runtime', 'pass', 'consoleLines', '__proto__', ''],
];

/** Something like a message: the right words in the wrong places. */
function noise(random: () => number, depth: number): unknown {
  const pick = (count: number) => Math.floor(random() * count);
  const kind = pick(depth > 0 ? 10 : 6);
  const word = () => WORDS[pick(WORDS.length)] as string;
  if (kind < 3) {
    return word();
  }
  if (kind < 6) {
    return [null, undefined, pick(100), -1, Number.NaN, true][pick(6)];
  }
  const size = pick(6);
  if (kind < 8) {
    return Array.from({ length: size }, () => noise(random, depth - 1));
  }
  return Object.fromEntries(
    Array.from({ length: size }, () => [word(), noise(random, depth - 1)]),
  );
}
