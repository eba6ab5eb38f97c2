import { clip, inspect, inspectArguments } from './inspect.ts';
import { limits } from './limits.ts';
import type { ConsoleLine, ConsoleMethod, TextTable } from './messages.ts';

type Emit = (line: ConsoleLine) => void;

const TABLE_ROWS = 100;
const TABLE_COLUMNS = 20;

/** A `console` whose lines go to `emit`; `onLimit` is called once, when full. */
export function createConsole(emit: Emit, onLimit: () => void) {
  let lineCount = 0;
  let characterCount = 0;
  let full = false;
  let indent = '';
  const counts = new Map<string, number>();
  const timers = new Map<string, number>();

  function write(method: ConsoleMethod, text: string, table?: TextTable): void {
    if (full) {
      return;
    }
    lineCount += 1;
    const line = clip(indent + text, limits.lineLength);
    characterCount += line.length;
    if (
      lineCount > limits.consoleLines ||
      characterCount > limits.consoleCharacters
    ) {
      full = true;
      onLimit();
      return;
    }
    emit(table ? { method, text: line, table } : { method, text: line });
  }

  const print =
    (method: ConsoleMethod) =>
    (...values: unknown[]): void =>
      write(method, inspectArguments(values, { length: limits.lineLength }));

  return {
    log: print('log'),
    info: print('info'),
    debug: print('debug'),
    warn: print('warn'),
    error: print('error'),
    trace: print('debug'),
    dir: (value: unknown): void => write('log', inspect(value)),
    table(value: unknown): void {
      const table = textTable(value);
      write(table ? 'table' : 'log', inspect(value), table);
    },
    assert(condition: unknown, ...values: unknown[]): void {
      if (!condition) {
        write('error', inspectArguments(['Assertion failed', ...values]));
      }
    },
    count(label: unknown = 'default'): void {
      const key = String(label);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      write('log', `${key}: ${count}`);
    },
    countReset(label: unknown = 'default'): void {
      counts.delete(String(label));
    },
    time(label: unknown = 'default'): void {
      timers.set(String(label), performance.now());
    },
    timeEnd(label: unknown = 'default'): void {
      const start = timers.get(String(label));
      if (start !== undefined) {
        const elapsed = performance.now() - start;
        write('log', `${String(label)}: ${elapsed.toFixed(1)} ms`);
        timers.delete(String(label));
      }
    },
    group(...values: unknown[]): void {
      write('log', inspectArguments(values));
      indent += '  ';
    },
    groupEnd(): void {
      indent = indent.slice(2);
    },
    clear: (): void => write('clear', ''),
  };
}

/** Rows of objects, arrays or plain values; undefined if it is none of these. */
export function textTable(value: unknown): TextTable | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const rows: [string, unknown][] =
    value instanceof Map
      ? [...value].map(([key, row]) => [inspect(key), row])
      : Object.entries(value);
  const columns: string[] = [];
  let hasPlain = false;
  for (const [, row] of rows.slice(0, TABLE_ROWS)) {
    if (typeof row !== 'object' || row === null) {
      hasPlain = true;
      continue;
    }
    for (const key of Object.keys(row)) {
      if (!columns.includes(key) && columns.length < TABLE_COLUMNS) {
        columns.push(key);
      }
    }
  }
  return {
    columns: ['', ...columns, ...(hasPlain ? ['value'] : [])],
    rows: rows.slice(0, TABLE_ROWS).map(([key, row]) => {
      const isPlain = typeof row !== 'object' || row === null;
      const cells = columns.map((column) =>
        isPlain || !Object.hasOwn(row, column)
          ? ''
          : cellText((row as Record<string, unknown>)[column]),
      );
      const plain = hasPlain ? [isPlain ? cellText(row) : ''] : [];
      return [key, ...cells, ...plain];
    }),
  };
}

function cellText(value: unknown): string {
  return inspectArguments([value], { depth: 2, length: 200 });
}
