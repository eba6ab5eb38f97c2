import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseFrameReport } from './frame-protocol.ts';
import { limits } from './limits.ts';
import { consoleMethods, type Report } from './messages.ts';
import { parsePageRequest, parseRegistration } from './page-request.ts';
import { parseReport } from './parse-report.ts';
import { cellsOf } from './plain-data.ts';
import { createQuota } from './quota.ts';

/**
 * What crosses the boundary, thrown at it in bulk: whatever comes, nothing is
 * thrown, and what passes has the right shape and a bounded size.
 */
const RUNS = 10_000;
const PATIENCE_MS = 180_000;
// The same messages every time: a failure is a change, never the dice.
fc.configureGlobal({ seed: 4 });

const word = fc.constantFrom(
  ...['console', 'plot', 'error', 'test', 'limit', 'pong', 'idle', 'flood'],
  ...['type', 'lines', 'frames', 'data', 'text', 'method', 'log', 'scatter'],
  ...['__proto__', 'constructor', 'length', 'name', 'table', 'toString', ''],
);
const text = fc.oneof(word, fc.string(), fc.string({ unit: 'binary' }));
const count = fc.nat({ max: 2 ** 31 - 1 });

const anything = fc.anything({
  key: fc.oneof(word, fc.string()),
  maxDepth: 4,
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
});

const stackFrame = fc.record({
  path: text,
  line: count,
  column: count,
  functionName: text,
});
const error = fc.record({
  kind: fc.constantFrom('syntax', 'runtime', 'rejection', 'module'),
  name: text,
  message: text,
  frames: fc.array(stackFrame, { maxLength: 3 }),
});
const { letrec } = fc;
const { data } = letrec((tie) => ({
  data: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.double(),
    text,
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('data'),
  ),
}));

const report = fc.oneof(
  fc.record({
    type: fc.constant('console'),
    lines: fc.array(
      fc.record(
        {
          method: fc.constantFrom(...consoleMethods),
          text,
          table: fc.record({
            columns: fc.array(text, { maxLength: 4 }),
            rows: fc.array(fc.array(text, { maxLength: 4 }), { maxLength: 4 }),
          }),
        },
        { requiredKeys: ['method', 'text'] },
      ),
      { maxLength: 4 },
    ),
  }),
  fc.record({
    type: fc.constant('plot'),
    frames: fc.array(
      fc.record({
        kind: fc.constantFrom('scatter', 'line', 'tree', 'table'),
        name: text,
        data,
      }),
      { maxLength: 3 },
    ),
  }),
  fc.record({ type: fc.constant('error'), error }),
  fc.record({
    type: fc.constant('test'),
    test: fc.record({
      name: text,
      blocks: fc.array(text, { maxLength: 3 }),
      path: text,
      status: fc.constantFrom('idle', 'running', 'pass', 'fail', 'skip'),
      errors: fc.array(error, { maxLength: 2 }),
    }),
  }),
  fc.record({
    type: fc.constant('limit'),
    limit: fc.constantFrom(...Object.keys(limits)),
  }),
  fc.record({ type: fc.constant('tests-found'), count }),
  fc.record({
    type: fc.constantFrom('evaluated', 'idle', 'pong', 'flood'),
  }),
);

/** One value somewhere inside, exchanged, removed, or made enormous. */
const mutated = (valid: fc.Arbitrary<unknown>) =>
  fc
    .tuple(
      valid,
      fc.nat(),
      fc.oneof(
        text,
        count,
        anything,
        fc.constant(undefined),
        fc.constant('x'.repeat(3_000_000)),
        fc.constant(new Array(100_000).fill(null)),
      ),
    )
    .map(([value, place, item]) => {
      const spots: [Record<string, unknown>, string][] = [];
      const collect = (owner: unknown) => {
        if (typeof owner === 'object' && owner !== null) {
          for (const [key, inner] of Object.entries(owner)) {
            spots.push([owner as Record<string, unknown>, key]);
            collect(inner);
          }
        }
      };
      collect(value);
      const [owner, key = ''] = spots[place % spots.length] ?? [];
      if (owner !== undefined) {
        owner[key] = item;
      }
      return value;
    });

/** The sizes that the page relies on, each written out once more. */
function expectBounded(passed: Report): void {
  switch (passed.type) {
    case 'console':
      expect(passed.lines.length).toBeLessThanOrEqual(1_000);
      for (const { method, text: shown, table } of passed.lines) {
        expect(consoleMethods).toContain(method);
        expect(shown.length).toBeLessThanOrEqual(10_100);
        expect(table?.columns.length ?? 0).toBeLessThanOrEqual(100);
        expect(table?.rows.length ?? 0).toBeLessThanOrEqual(1_000);
      }
      break;
    case 'plot':
      expect(passed.frames.length).toBeLessThanOrEqual(1_000);
      for (const frame of passed.frames) {
        expect(frame.name.length).toBeLessThanOrEqual(1_100);
        expect(cellsOf(frame.data)).toBeLessThanOrEqual(2_000_000);
      }
      break;
    case 'error':
      expect(passed.error.message.length).toBeLessThanOrEqual(2_100);
      expect(passed.error.frames.length).toBeLessThanOrEqual(20);
      break;
    case 'test':
      expect(passed.test.name.length).toBeLessThanOrEqual(1_100);
      expect(passed.test.blocks.length).toBeLessThanOrEqual(100);
      expect(passed.test.errors.length).toBeLessThanOrEqual(20);
      break;
    case 'limit':
      expect(Object.keys(limits)).toContain(passed.limit);
      break;
    case 'tests-found':
      expect(Number.isSafeInteger(passed.count)).toBe(true);
      break;
    default:
      expect(Object.keys(passed)).toEqual(['type']);
  }
}

it('passes every well-formed report as it is', () => {
  fc.assert(
    fc.property(report, (value) => {
      expect(parseReport(structuredClone(value))).toEqual(value);
    }),
    { numRuns: 2_000 },
  );
});

it(
  'bounds every report that was tampered with',
  () => {
    let passedCount = 0;
    fc.assert(
      fc.property(mutated(report), (value) => {
        const passed = parseReport(value);
        if (passed !== null) {
          passedCount += 1;
          expectBounded(passed);
          // What passes is a report in its own right, and passes again.
          expect(parseReport(passed)).toEqual(passed);
        }
      }),
      { numRuns: RUNS },
    );
    // Both ways out were taken often: the property is not an empty one.
    expect(passedCount).toBeGreaterThan(RUNS / 20);
    expect(passedCount).toBeLessThan(RUNS * 0.95);
  },
  PATIENCE_MS,
);

it('bounds anything at all', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const passed = parseReport(value);
      if (passed !== null) {
        expectBounded(passed);
      }
    }),
    { numRuns: RUNS },
  );
});

it('the quota judges any sequence of reports without a word', () => {
  fc.assert(
    fc.property(fc.array(mutated(report), { maxLength: 20 }), (values) => {
      const quota = createQuota();
      for (const value of values) {
        expect(typeof quota.admits(parseReport(value))).toBe('boolean');
      }
    }),
    { numRuns: 500 },
  );
});

const request = fc.record(
  {
    codesandbox: fc.constant(true),
    $id: fc.constant(7),
    type: fc.constantFrom(
      ...['compile', 'run', 'run-tests', 'run-all-tests', 'stop'],
    ),
    modules: fc.dictionary(text, fc.record({ code: text })),
    path: text,
    paths: fc.array(text),
  },
  { requiredKeys: ['codesandbox', '$id', 'type'] },
);

it('the host reads only requests of its channel, each of known fields', () => {
  let passedCount = 0;
  fc.assert(
    fc.property(fc.oneof(request, mutated(request), anything), (value) => {
      parseRegistration(value);
      const parsed = parsePageRequest(value, 7);
      expect(parsePageRequest(value, null)).toBeNull();
      expect(parsePageRequest(value, -8)).toBeNull();
      if (parsed === null) {
        return;
      }
      passedCount += 1;
      const fields = ['type', 'files', 'paths'];
      expect(fields).toEqual(expect.arrayContaining(Object.keys(parsed)));
      if (parsed.type === 'compile') {
        for (const code of Object.values(parsed.files)) {
          expect(typeof code).toBe('string');
          expect(code.length).toBeLessThanOrEqual(1_000_000);
        }
      }
      if (parsed.type === 'run-tests') {
        expect((parsed.paths ?? []).length).toBeLessThanOrEqual(1_000);
        expect((parsed.paths ?? []).map((path) => typeof path)).not.toContain(
          'object',
        );
      }
    }),
    { numRuns: RUNS },
  );
  expect(passedCount).toBeGreaterThan(RUNS / 10);
});

it('the host reads only what a frame can say', () => {
  const said = fc.record({
    type: fc.constantFrom('frame-ready', 'frame-alive', 'worker-failed'),
    id: fc.integer(),
  });
  fc.assert(
    fc.property(fc.oneof(said, mutated(said), anything), (value) => {
      const parsed = parseFrameReport(value);
      if (parsed !== null) {
        expect(['frame-ready', 'frame-alive', 'worker-failed']).toContain(
          parsed.type,
        );
        expect(Object.keys(parsed).length).toBeLessThanOrEqual(2);
      }
    }),
    { numRuns: RUNS },
  );
});
