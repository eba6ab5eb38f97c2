import { clip, inspect, inspectArguments } from './inspect.ts';
import { limits } from './limits.ts';
import type { ConsoleLine, ConsoleMethod, TextTable } from './messages.ts';

type Emit = (line: ConsoleLine) => void;

const TABLE_ROWS = 100;
const TABLE_COLUMNS = 20;
/** What is said about a cut, and the indent, fit into the rest of a line. */
const ROOM = limits.lineLength - 100;
const SHORT = { depth: 2, length: 200 };

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
    const indented = indent === '' ? text : text.replace(/^/gm, indent);
    const line = clip(indented, limits.lineLength);
    characterCount += line.length + (table ? charactersOf(table) : 0);
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
      write(method, formatted(values));

  function timeLog(label: unknown = 'default', ...values: unknown[]): void {
    const start = timers.get(String(label));
    if (start !== undefined) {
      const elapsed = (performance.now() - start).toFixed(1);
      const text = `${String(label)}: ${elapsed} ms`;
      write('log', inspectArguments([text, ...values]));
    }
  }

  function group(...values: unknown[]): void {
    write('log', formatted(values));
    indent += '  ';
  }

  return {
    log: print('log'),
    info: print('info'),
    debug: print('debug'),
    warn: print('warn'),
    error: print('error'),
    trace: print('debug'),
    dir: (value: unknown): void =>
      write('log', inspect(value, { length: ROOM })),
    table(value: unknown): void {
      let table: TextTable | undefined;
      try {
        table = textTable(value);
      } catch {
        // A getter or a proxy threw: the value is shown as a line.
      }
      write(table ? 'table' : 'log', formatted([value]), table);
    },
    assert(condition: unknown, ...values: unknown[]): void {
      if (!condition) {
        const reason = values.length > 0 ? `: ${formatted(values)}` : '';
        write('error', `Assertion failed${reason}`);
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
    timeLog,
    timeEnd(label: unknown = 'default'): void {
      timeLog(label);
      timers.delete(String(label));
    },
    group,
    groupCollapsed: group,
    groupEnd(): void {
      indent = indent.slice(2);
    },
    clear(): void {
      indent = '';
      write('clear', '');
    },
  };
}

/** Fills `%s %d %i %f %o %O`, drops what `%c` styles, as browsers do. */
function formatted(values: readonly unknown[]): string {
  const rest = [...values];
  if (rest.length > 1 && typeof rest[0] === 'string') {
    const template = rest.shift() as string;
    rest.unshift(
      template.replace(/%([sdifoOc%])/g, (all, kind: string) => {
        if (kind === '%') {
          return '%';
        }
        if (rest.length === 0) {
          return all;
        }
        const value = rest.shift();
        if (kind === 'c') {
          return '';
        }
        return kind === 'd' || kind === 'i' || kind === 'f'
          ? String(numberOf(value, kind))
          : kind === 's'
            ? inspectArguments([value])
            : inspect(value);
      }),
    );
  }
  return inspectArguments(rest, { length: ROOM });
}

function numberOf(value: unknown, kind: string): number {
  const text = String(value);
  return kind === 'f' ? Number.parseFloat(text) : Number.parseInt(text, 10);
}

/** Rows of objects, arrays or plain values; undefined if it is none of these. */
export function textTable(value: unknown): TextTable | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const rows: [string, unknown][] =
    value instanceof Map
      ? [...value].map(([key, row]) => [inspect(key, SHORT), row])
      : Object.entries(value instanceof Set ? [...value] : value);
  const shown = rows.slice(0, TABLE_ROWS);
  const columns: string[] = [];
  let hasPlain = false;
  for (const [, row] of shown) {
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
  const header = ['', ...columns, ...(hasPlain ? ['value'] : [])];
  const cells = shown.map(([key, row]) => {
    const isPlain = typeof row !== 'object' || row === null;
    const own = columns.map((column) =>
      isPlain || !Object.hasOwn(row, column)
        ? ''
        : cellText((row as Record<string, unknown>)[column]),
    );
    const plain = hasPlain ? [isPlain ? cellText(row) : ''] : [];
    return [cellText(key), ...own, ...plain];
  });
  if (rows.length > shown.length) {
    const more = `… ${rows.length - shown.length} more`;
    cells.push(header.map((_, index) => (index === 0 ? more : '')));
  }
  return { columns: header.map(cellText), rows: cells };
}

function cellText(value: unknown): string {
  return inspectArguments([value], SHORT);
}

function charactersOf({ columns, rows }: TextTable): number {
  return [columns, ...rows].flat().join('').length;
}
