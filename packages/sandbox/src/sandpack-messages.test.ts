import { extractErrorDetails } from '@codesandbox/sandpack-client';
import { describe, expect, it } from 'vitest';
import type { ConsoleLine, ReportedError, TestCase } from './messages.ts';
import {
  createTestEvents,
  logOf,
  placeError,
  showErrorMessage,
} from './sandpack-messages.ts';

const files = {
  '/main.ts':
    "import { grow } from './tree.ts';\n" +
    'grow([1, 2]);\n' +
    'const typed: number = grow([]);\n',
  '/tree.ts':
    'export function grow(rows: number[]) {\n' +
    "  throw new Error('no split');\n" +
    '}\n',
};

const at = (path: string, line: number, column: number) => ({
  path,
  line,
  column,
  functionName: '',
});

const errorAt = (...frames: ReportedError['frames']): ReportedError => ({
  kind: 'runtime',
  name: 'Error',
  message: 'no split',
  frames,
});

describe('placeError', () => {
  it("takes the innermost frame that lies in the reader's files", () => {
    const error = errorAt(
      at('/node_modules/gone.ts', 9, 9),
      at('/tree.ts', 2, 9),
      at('/main.ts', 2, 1),
    );
    const inner = {
      path: '/tree.ts',
      line: 2,
      column: 9,
      codeLine: "  throw new Error('no split');",
    };
    const outer = {
      path: '/main.ts',
      line: 2,
      codeLine: 'grow([1, 2]);',
    };
    expect(placeError(error, files)).toEqual({
      ...error,
      ...inner,
      places: [inner, outer],
    });
  });

  it('gives no column where types were removed from the line', () => {
    const placed = placeError(errorAt(at('/main.ts', 3, 15)), files);
    expect(placed).toMatchObject({
      line: 3,
      codeLine: 'const typed: number = grow([]);',
    });
    expect(placed).not.toHaveProperty('column');
  });

  it('gives no column on the first line, which begins with the wrapper', () => {
    const oneLine = { '/main.ts': 'boom();' };
    const placed = placeError(errorAt(at('/main.ts', 1, 60)), oneLine);
    expect(placed).toMatchObject({ line: 1, codeLine: 'boom();' });
    expect(placed).not.toHaveProperty('column');
  });

  it('leaves an error without such a frame as it is', () => {
    const error = errorAt(at('toString', 1, 1), at('/none.ts', 1, 1));
    expect(placeError(error, files)).toEqual(error);
    expect(placeError(errorAt(), files)).toEqual(errorAt());
  });

  it('survives lines and columns that do not exist', () => {
    const lost = placeError(errorAt(at('/tree.ts', 9e8, 1)), files);
    expect(lost).toMatchObject({ line: 9e8, codeLine: '' });
    const far = placeError(errorAt(at('/tree.ts', 2, 9e8)), files);
    expect(far.column).toBeLessThanOrEqual(31);
  });

  it('survives a file that does not compile', () => {
    const broken = { '/main.ts': '\nlet = = 1' };
    expect(placeError(errorAt(at('/main.ts', 2, 5)), broken)).toMatchObject({
      line: 2,
      codeLine: 'let = = 1',
    });
  });

  it('cuts a very long line', () => {
    const long = { '/main.ts': `\n${'x;'.repeat(1e6)}` };
    const placed = placeError(errorAt(at('/main.ts', 2, 5)), long);
    expect(placed.codeLine?.length).toBe(500);
  });
});

describe('showErrorMessage', () => {
  // biome-ignore lint/suspicious/noExplicitAny: the client's type is not exported
  const details = (message: object) => extractErrorDetails(message as any);

  it("is a runtime error to Sandpack's client", () => {
    const error = placeError(errorAt(at('/tree.ts', 2, 9)), files);
    const message = showErrorMessage(error);
    expect(message).toMatchObject({ type: 'action', action: 'show-error' });
    expect(details(message)).toMatchObject({
      title: 'Error',
      path: '/tree.ts',
      line: 2,
      column: 9,
    });
    expect(details(message).message).toMatch(
      /^\/tree\.ts: no split \(2:9\)\n+> 2 \| {3}throw new Error\('no split'\);\n +\^$/,
    );
  });

  it("is a syntax error to Sandpack's client", () => {
    const message = showErrorMessage({
      ...errorAt(),
      kind: 'syntax',
      name: 'SyntaxError',
      message: 'Unexpected token',
      path: '/main.ts',
      line: 3,
      column: 7,
      codeLine: 'let = = 1',
    });
    expect(details(message)).toEqual({
      title: 'SyntaxError',
      path: '/main.ts',
      message: 'Unexpected token',
      line: 3,
      column: 7,
    });
  });

  it("is a plain message to Sandpack's client if it has no place", () => {
    expect(details(showErrorMessage(errorAt()))).toEqual({
      message: 'no split',
    });
  });

  it("keeps Sandpack's client alive with forged places", () => {
    for (const frame of [
      at('/tree.ts', 2, Number.MAX_SAFE_INTEGER),
      at('/tree.ts', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
      at('/tree.ts', 0, 0),
    ]) {
      const message = showErrorMessage(placeError(errorAt(frame), files));
      expect(details(message).message?.length).toBeLessThan(2_000);
    }
  });

  it('carries all that is known to listeners of our own', () => {
    const error = placeError(errorAt(at('/tree.ts', 2, 9)), files);
    expect(showErrorMessage(error)).toMatchObject({ error });
  });
});

describe('logOf', () => {
  const lines: ConsoleLine[] = [
    { method: 'log', text: 'a' },
    { method: 'table', text: 'b', table: { columns: [], rows: [] } },
  ];

  it('has an id for every line, across messages', () => {
    const ids = [1, 2, 3].flatMap(() => {
      const log = logOf(lines, []);
      expect(log).toMatchObject([
        { method: 'log', data: ['a'] },
        { method: 'table', data: ['b'], table: { columns: [], rows: [] } },
      ]);
      return log.map(({ id }) => id);
    });
    expect(new Set(ids).size).toBe(6);
  });

  it('has the figures drawn before the lines with the first of them', () => {
    const frame = { kind: 'bars', name: 'f', data: { bars: [] } } as never;
    const log = logOf(lines, [frame, frame]);
    expect(log[0]?.frames).toEqual([frame, frame]);
    expect(log[1]).not.toHaveProperty('frames');
    expect(logOf(lines, [])[0]).not.toHaveProperty('frames');
  });
});

describe('createTestEvents', () => {
  /** The events as words: `event detail`. */
  function setUp() {
    const sent: string[] = [];
    const events = createTestEvents((message) => {
      const { type, event, action, ...rest } = message as {
        type: string;
        event?: string;
        action?: string;
        test?: TestCase;
        blockName?: string;
        testName?: string;
        path?: string;
        count?: number;
      };
      expect(['test', 'action']).toContain(type);
      const { test, blockName, testName, path, count } = rest;
      const detail = test
        ? `${test.name} ${test.status}`
        : (blockName ?? testName ?? path ?? count);
      sent.push([event ?? action, detail].filter(Boolean).join(' '));
    });
    return { events, sent };
  }

  const test = (
    name: string,
    blocks: string[],
    status: TestCase['status'] = 'idle',
    path = '/a.test.ts',
  ): TestCase => ({ name, blocks, path, status, errors: [] });

  it('names every block once, before its tests', () => {
    const { events, sent } = setUp();
    events.start();
    events.found(4);
    events.update(test('one', []));
    events.update(test('two', ['outer']));
    events.update(test('three', ['outer', 'inner']));
    events.update(test('four', ['outer']));
    events.update(test('five', ['other', 'inner']));
    events.update(test('one', [], 'running'));
    events.update(test('one', [], 'pass'));
    events.update(test('two', ['outer'], 'running'));
    events.update(test('two', ['outer'], 'fail'));
    events.update(test('three', ['outer', 'inner'], 'skip'));
    events.end();
    expect(sent).toEqual([
      'total_test_start',
      'test_count 4',
      'add_file /a.test.ts',
      'clear-errors /a.test.ts',
      'add_test one',
      'describe_start outer',
      'add_test two',
      'describe_start inner',
      'add_test three',
      'describe_end',
      'add_test four',
      'describe_end',
      'describe_start other',
      'describe_start inner',
      'add_test five',
      'describe_end',
      'describe_end',
      'test_start one running',
      'test_end one pass',
      'test_start two running',
      'test_end two fail',
      'total_test_end',
    ]);
  });

  it('closes the blocks of one file before the next', () => {
    const { events, sent } = setUp();
    events.update(test('a', ['block']));
    events.update(test('b', ['block'], 'idle', '/b.test.ts'));
    events.end();
    expect(sent).toEqual([
      'add_file /a.test.ts',
      'clear-errors /a.test.ts',
      'describe_start block',
      'add_test a',
      'describe_end',
      'add_file /b.test.ts',
      'clear-errors /b.test.ts',
      'describe_start block',
      'add_test b',
      'describe_end',
      'total_test_end',
    ]);
  });

  it('closes what is open when a run is cut short', () => {
    const { events, sent } = setUp();
    events.update(test('a', ['outer', 'inner']));
    sent.length = 0;
    events.end();
    expect(sent).toEqual(['describe_end', 'describe_end', 'total_test_end']);
  });

  it('adds the file anew in the next run', () => {
    const { events, sent } = setUp();
    for (let run = 0; run < 2; run += 1) {
      sent.length = 0;
      events.start();
      events.update(test('a', []));
      events.end();
    }
    expect(sent).toEqual([
      'total_test_start',
      'add_file /a.test.ts',
      'clear-errors /a.test.ts',
      'add_test a',
      'total_test_end',
    ]);
  });
});
