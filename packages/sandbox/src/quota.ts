import { limits } from './limits.ts';
import type { ConsoleLine, Report, TestCase } from './messages.ts';
import { cellsOf } from './plain-data.ts';

type Kind =
  | 'messages'
  | 'lines'
  | 'characters'
  | 'frames'
  | 'cells'
  | 'errors'
  | 'tests'
  | 'testCharacters';

/** The runtime sends nothing else than reports, so this counts for many. */
const NO_REPORT = 100;

/**
 * What one run may send, counted where the program cannot reach. The runtime
 * in the worker keeps the same limits and tells the reader when one is hit; a
 * run that goes beyond them does not send through the runtime. `null` stands
 * for a message that is no report.
 */
export function createQuota() {
  const left: Record<Kind, number> = {
    messages: limits.messages,
    lines: limits.consoleLines,
    characters: limits.consoleCharacters,
    frames: limits.plotFrames,
    cells: limits.plotCells,
    errors: limits.errors,
    // Each is told as found, begun and ended.
    tests: limits.testCases * 3,
    testCharacters: limits.testCharacters,
  };
  let pings = 0;

  function spend(kind: Kind, amount: number): void {
    left[kind] -= amount;
  }

  return {
    /** A ping has been sent, which may be answered once. */
    pinged(): void {
      pings += 1;
    },
    /** False as soon as the run has sent more than it may. */
    admits(report: Report | null): boolean {
      if (report?.type === 'pong' && pings > 0) {
        pings -= 1;
        return true;
      }
      spend('messages', report === null ? NO_REPORT : 1);
      switch (report?.type) {
        case 'console':
          spend('lines', report.lines.length);
          spend('characters', sum(report.lines, charactersOfLine));
          break;
        case 'plot':
          spend('frames', report.frames.length);
          spend(
            'cells',
            sum(report.frames, ({ data }) => cellsOf(data)),
          );
          break;
        case 'error':
          spend('errors', 1);
          break;
        case 'test':
          spend('tests', 1);
          spend('testCharacters', charactersOfTest(report.test));
          break;
        default:
      }
      return Object.values(left).every((amount) => amount >= 0);
    },
  };
}

function sum<T>(items: readonly T[], amount: (item: T) => number): number {
  return items.reduce((total, item) => total + amount(item), 0);
}

function charactersOfLine({ text, table }: ConsoleLine): number {
  return (
    text.length +
    (table ? sum([table.columns, ...table.rows].flat(), lengthOf) : 0)
  );
}

function charactersOfTest({ name, blocks, errors }: TestCase): number {
  return (
    name.length +
    sum(blocks, lengthOf) +
    sum(
      errors,
      ({ message, expected = '', received = '' }) =>
        message.length + expected.length + received.length,
    )
  );
}

function lengthOf(text: string): number {
  return text.length;
}
