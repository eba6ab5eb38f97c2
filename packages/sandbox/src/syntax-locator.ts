/** Line and column (from 1) in a text that an engine refuses. */
export interface SyntaxPlace {
  line: number;
  column: number;
}

interface Options {
  setTimeout: (handler: string | (() => void), ms: number) => unknown;
}

const PATIENCE_MS = 200;

/**
 * Finds where a text is wrong. `eval` does not say it; the error event of a
 * script does. A timer that is given the text makes such an event. Only for
 * texts that were refused once: they cannot run.
 */
export function createSyntaxLocator({ setTimeout }: Options) {
  let waiting: ((place: SyntaxPlace | null) => void) | null = null;

  function settle(place: SyntaxPlace | null): void {
    waiting?.(place);
    waiting = null;
  }

  return {
    locate(text: string): Promise<SyntaxPlace | null> {
      return new Promise((resolve) => {
        waiting = resolve;
        setTimeout(text, 0);
        setTimeout(() => settle(null), PATIENCE_MS);
      });
    },
    /** True if the event of the global scope is the answer to `locate`. */
    takes(event: { error: unknown; lineno: number; colno: number }): boolean {
      if (waiting === null || !(event.error instanceof SyntaxError)) {
        return false;
      }
      const { lineno: line, colno: column } = event;
      settle(line >= 1 ? { line, column: Math.max(column, 1) } : null);
      return true;
    },
  };
}
