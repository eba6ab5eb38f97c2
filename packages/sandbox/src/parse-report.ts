import { limits } from './limits.ts';
import {
  type ConsoleLine,
  consoleMethods,
  type MissingExport,
  type Report,
  type ReportedError,
  type TestCase,
  type TestFailure,
} from './messages.ts';
import { plainData } from './plain-data.ts';
import type { PlotFrame } from './plot.ts';
import { plotKinds } from './plot-recorder.ts';
import type { Frame } from './stack.ts';

/**
 * Checks what a worker sent. The worker runs hostile code, so nothing about
 * the shape or the size is taken on trust; what does not fit is null. The
 * report is built anew, so that nothing unknown comes along. The data of a
 * figure is only known to be plain and not too large: whoever draws it must
 * check it.
 */
export function parseReport(value: unknown): Report | null {
  try {
    return reportOf(record(value));
  } catch {
    return null;
  }
}

/** The well-formed ones of what a gate sent. */
export function parseReports(value: unknown): Report[] {
  return Array.isArray(value)
    ? value.flatMap((item) => parseReport(item) ?? [])
    : [];
}

type Parse<T> = (value: unknown) => T;
type Fields = Record<string, unknown>;

const errorKinds = ['syntax', 'runtime', 'rejection', 'module'] as const;
const testStates = ['idle', 'running', 'pass', 'fail', 'skip'] as const;

function reportOf(value: Fields): Report {
  const type = value['type'];
  switch (type) {
    case 'pong':
    case 'idle':
    case 'waiting':
    case 'evaluated':
    case 'flood':
      return { type };
    case 'booted':
      return { type, ...optional(value, 'problem', text(2_000)) };
    case 'limit':
      check(Object.hasOwn(limits, text(100)(value['limit'])));
      return { type, limit: value['limit'] as keyof typeof limits };
    case 'tests-found':
      return { type, count: count(value['count']) };
    case 'console':
      return {
        type,
        lines: list(consoleLine, limits.consoleLines)(value['lines']),
      };
    case 'plot':
      return {
        type,
        frames: list(plotFrame, limits.plotFrames)(value['frames']),
      };
    case 'error':
      return { type, error: reportedError(value['error']) };
    case 'test':
      return { type, test: testCase(value['test']) };
    default:
      return check(false);
  }
}

function check(holds: false): never;
function check(holds: boolean): asserts holds;
function check(holds: boolean): void {
  if (!holds) {
    throw new TypeError();
  }
}

function record(value: unknown): Fields {
  check(typeof value === 'object' && value !== null && !Array.isArray(value));
  return value as Fields;
}

function text(length: number): Parse<string> {
  return (value) => {
    // The sender marks a cut text with a few words, hence the slack.
    check(typeof value === 'string' && value.length <= length + 100);
    return value;
  };
}

function count(value: unknown): number {
  check(Number.isSafeInteger(value) && (value as number) >= 0);
  return value as number;
}

function list<T>(parse: Parse<T>, length: number): Parse<T[]> {
  return (value) => {
    check(Array.isArray(value) && value.length <= length);
    // Unlike map, from visits holes.
    return Array.from(value as unknown[], parse);
  };
}

function oneOf<T>(words: readonly T[]): Parse<T> {
  return (value) => {
    check(words.includes(value as T));
    return value as T;
  };
}

/** The fields that are there. */
function optional<K extends string, T>(
  value: Fields,
  key: K,
  parse: Parse<T>,
): { [_ in K]?: T } {
  return value[key] === undefined
    ? {}
    : ({ [key]: parse(value[key]) } as { [_ in K]?: T });
}

const cells = list(text(1_000), 100);

function consoleLine(value: unknown): ConsoleLine {
  const line = record(value);
  return {
    method: oneOf(consoleMethods)(line['method']),
    text: text(limits.lineLength)(line['text']),
    ...optional(line, 'table', (item) => {
      const table = record(item);
      return {
        columns: cells(table['columns']),
        rows: list(cells, 1_000)(table['rows']),
      };
    }),
  };
}

function plotFrame(value: unknown): PlotFrame {
  const frame = record(value);
  return {
    kind: oneOf(plotKinds)(frame['kind']),
    name: text(1_000)(frame['name']),
    data: plainData(frame['data']),
  } as unknown as PlotFrame;
}

function stackFrame(value: unknown): Frame {
  const frame = record(value);
  return {
    path: text(500)(frame['path']),
    line: count(frame['line']),
    column: count(frame['column']),
    functionName: text(500)(frame['functionName']),
  };
}

function reportedError(value: unknown): ReportedError {
  const error = record(value);
  return {
    kind: oneOf(errorKinds)(error['kind']),
    name: text(200)(error['name']),
    message: text(2_000)(error['message']),
    frames: list(stackFrame, 20)(error['frames']),
    ...optional(error, 'missingExport', missingExport),
  };
}

function missingExport(value: unknown): MissingExport {
  const missing = record(value);
  return {
    module: text(500)(missing['module']),
    name: text(500)(missing['name']),
    exported: list(text(500), 20)(missing['exported']),
    isNear: oneOf([true, false])(missing['isNear']),
  };
}

function testFailure(value: unknown): TestFailure {
  return {
    ...reportedError(value),
    ...optional(record(value), 'expected', text(2_500)),
    ...optional(record(value), 'received', text(2_500)),
    ...optional(record(value), 'difference', text(100)),
    ...optional(record(value), 'tolerance', text(100)),
    ...optional(record(value), 'isPlain', oneOf([true as const])),
  };
}

function testCase(value: unknown): TestCase {
  const test = record(value);
  return {
    name: text(1_000)(test['name']),
    blocks: list(text(1_000), 100)(test['blocks']),
    path: text(500)(test['path']),
    status: oneOf(testStates)(test['status']),
    errors: list(testFailure, 20)(test['errors']),
    ...optional(test, 'duration', (item) => {
      check(Number.isFinite(item));
      return item as number;
    }),
  };
}
