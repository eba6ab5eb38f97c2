import { expect, it } from 'vitest';
import { limits } from './limits.ts';
import type { Report } from './messages.ts';
import { createQuota } from './quota.ts';

const line = (text: string): Report => ({
  type: 'console',
  lines: [{ method: 'log', text }],
});
const frame = (values: number[]): Report => ({
  type: 'plot',
  frames: [{ kind: 'heatmap', name: 'a', data: { values: [values] } }],
});
const error: Extract<Report, { type: 'error' }> = {
  type: 'error',
  error: { kind: 'runtime', name: 'Error', message: 'no', frames: [] },
};
const test = (name: string): Report => ({
  type: 'test',
  test: { name, blocks: [], path: '/a', status: 'pass', errors: [] },
});

/** How many of the same message pass before one is refused. */
function admitted(report: Report | null, most = 20_000): number {
  const quota = createQuota();
  for (let count = 0; count < most; count += 1) {
    if (!quota.admits(report)) {
      return count;
    }
  }
  return most;
}

it.each<[string, Report | null, number]>([
  ['console lines', line(''), limits.consoleLines],
  ['long lines', line('x'.repeat(8_000)), limits.consoleCharacters / 8_000],
  ['frames', frame([1]), limits.plotFrames],
  ['errors', error, limits.errors],
  ['events of tests', test('a'), limits.testCases * 3],
  ['evaluated', { type: 'evaluated' }, limits.messages],
  ['idle', { type: 'idle' }, limits.messages],
  ['limits', { type: 'limit', limit: 'plotFrames' }, limits.messages],
  ['counts of tests', { type: 'tests-found', count: 1 }, limits.messages],
  ['answers that nobody asked for', { type: 'pong' }, limits.messages],
  ['messages that are no reports', null, limits.messages / 100],
])('has a total for %s', (_, report, total) => {
  expect(admitted(report)).toBe(total);
});

it('counts the cells of tables and figures', () => {
  const cells = Array.from({ length: 100 }, () => 'x'.repeat(100));
  const table: Report = {
    type: 'console',
    lines: [
      { method: 'table', text: '', table: { columns: [], rows: [cells] } },
    ],
  };
  expect(admitted(table)).toBe(limits.consoleCharacters / 10_000);
  // The object, the key 'values' and the two lists count for nine.
  const values = new Array(10_000 - 9).fill(0);
  expect(admitted(frame(values))).toBe(limits.plotCells / 10_000);
});

it('counts what a test compares', () => {
  const sides = 'x'.repeat(2_000);
  const failed: Report = {
    type: 'test',
    test: {
      ...(test('') as Extract<Report, { type: 'test' }>).test,
      errors: Array.from({ length: 20 }, () => ({
        ...error.error,
        message: 'x'.repeat(1_000),
        expected: sides,
        received: sides,
      })),
    },
  };
  expect(admitted(failed)).toBe(limits.testCharacters / 100_000);
});

it('lets every ping be answered, however long the run', () => {
  const quota = createQuota();
  for (let i = 0; i < limits.messages * 3; i += 1) {
    quota.pinged();
    expect(quota.admits({ type: 'pong' })).toBe(true);
  }
});

it('lets pass what an honest run sends, each limit used up', () => {
  const quota = createQuota();
  for (let i = 0; i < 1_000; i += 1) {
    expect(quota.admits(line('x'.repeat(400)))).toBe(true);
    expect(quota.admits(frame([i]))).toBe(true);
    for (let event = 0; event < 3; event += 1) {
      expect(quota.admits(test('a'))).toBe(true);
    }
  }
  expect(quota.admits({ type: 'limit', limit: 'consoleLines' })).toBe(true);
  expect(quota.admits({ type: 'evaluated' })).toBe(true);
});
