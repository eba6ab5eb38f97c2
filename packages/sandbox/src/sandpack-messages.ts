import type { Files } from './compile.ts';
import type { ConsoleLine, ReportedError, TestCase } from './messages.ts';
import type { PlotFrame } from './plot.ts';
import type { Frame } from './stack.ts';
import { transpile } from './transpile.ts';

/** A place in the reader's own source. */
export interface Place {
  path: string;
  line: number;
  /** One-based; absent where transpiling moved the code within its line. */
  column?: number;
  codeLine: string;
}

/** An error at the innermost of its places. */
export interface PlacedError extends ReportedError, Partial<Place> {
  /** All of them, innermost first. */
  places?: Place[];
}

/** Adds file, line, column and the reader's line, of each frame. */
export function placeError(error: ReportedError, files: Files): PlacedError {
  const places = error.frames
    .filter(({ path }) => Object.hasOwn(files, path))
    .map((frame) => placeOf(frame, files));
  return places.length === 0 ? error : { ...error, ...places[0], places };
}

function placeOf(frame: Frame, files: Files): Place {
  const source = files[frame.path] as string;
  const codeLine = source.split('\n')[frame.line - 1] ?? '';
  const compiledLine = frame.path.endsWith('.py')
    ? codeLine
    : compiledLineOf(frame.path, source, frame.line);
  return {
    path: frame.path,
    line: frame.line,
    codeLine: codeLine.slice(0, 500),
    // A forged column must not lead Sandpack to a caret miles away.
    ...(compiledLine === codeLine
      ? { column: Math.min(frame.column, codeLine.length + 1) }
      : {}),
  };
}

function compiledLineOf(path: string, source: string, line: number) {
  const output = transpile(path, source);
  return output.ok ? output.code.split('\n')[line - 1] : undefined;
}

/**
 * The message by which Sandpack's client learns of an error. Its own fields
 * come first; `error` carries all we know to listeners that understand it.
 */
export function showErrorMessage(error: PlacedError): object {
  const { path = '', line = 0, column = 0, codeLine = '' } = error;
  return {
    type: 'action',
    action: 'show-error',
    title: error.kind === 'syntax' ? 'SyntaxError' : error.name,
    path,
    message: error.message,
    line,
    column,
    payload: {
      frames: path === '' ? [] : [sandpackFrame(path, line, column, codeLine)],
    },
    error,
  };
}

function sandpackFrame(
  path: string,
  line: number,
  column: number,
  codeLine: string,
): object {
  return {
    fileName: path,
    lineNumber: line,
    columnNumber: column,
    functionName: '',
    _originalFileName: path,
    _originalLineNumber: line,
    _originalColumnNumber: column,
    _originalFunctionName: '',
    _originalScriptCode: [
      { lineNumber: line, content: codeLine, highlight: true },
    ],
  };
}

let lineCount = 0;

export interface LogEntry {
  method: ConsoleLine['method'];
  id: string;
  data: [text: string];
  table: ConsoleLine['table'];
  /** Frames of figures that were drawn just before the line. */
  frames?: readonly PlotFrame[];
}

/**
 * Lines as they stand in Sandpack's message `console`. Figures drawn before
 * them come with the first, so that one message keeps the order of both.
 */
export function logOf(
  lines: readonly ConsoleLine[],
  before: readonly PlotFrame[],
): LogEntry[] {
  return lines.map(({ method, text, table }, index) => {
    lineCount += 1;
    const frames = index === 0 ? before : [];
    return {
      method,
      id: `line-${lineCount}`,
      data: [text],
      table,
      ...(frames.length > 0 ? { frames } : {}),
    };
  });
}

/**
 * Turns the states of test cases into Sandpack's event sequence, which names
 * a `describe` block once, before its tests.
 */
export function createTestEvents(send: (message: object) => void) {
  let path: string | null = null;
  let open: readonly string[] = [];

  function enter(blocks: readonly string[]): void {
    let shared = 0;
    while (shared < open.length && open[shared] === blocks[shared]) {
      shared += 1;
    }
    for (let i = open.length; i > shared; i -= 1) {
      send({ type: 'test', event: 'describe_end' });
    }
    for (const blockName of blocks.slice(shared)) {
      send({ type: 'test', event: 'describe_start', blockName });
    }
    open = blocks;
  }

  function add(test: TestCase): void {
    if (test.path !== path) {
      enter([]);
      path = test.path;
      send({ type: 'test', event: 'add_file', path });
      send({ type: 'action', action: 'clear-errors', source: 'jest', path });
    }
    enter(test.blocks);
    send({ type: 'test', event: 'add_test', testName: test.name, path });
  }

  return {
    start(): void {
      path = null;
      send({ type: 'test', event: 'total_test_start' });
    },
    found(count: number): void {
      send({ type: 'test', event: 'test_count', count });
    },
    update(test: TestCase): void {
      if (test.status === 'idle') {
        add(test);
        return;
      }
      enter([]);
      if (test.status !== 'skip') {
        const event = test.status === 'running' ? 'test_start' : 'test_end';
        send({ type: 'test', event, test });
      }
    },
    end(): void {
      enter([]);
      send({ type: 'test', event: 'total_test_end' });
    },
  };
}
