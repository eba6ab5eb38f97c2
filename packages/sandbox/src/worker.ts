/**
 * Runs inside the Worker: the reader's program and the little it may touch.
 * Everything the runtime needs later is taken from the global scope before
 * the program starts, because the program may replace or delete it.
 */
import { closeScope } from './close-scope.ts';
import { createConsole } from './console-recorder.ts';
import { limits } from './limits.ts';
import { createLoader, ModuleSyntaxError } from './loader.ts';
import type { Command, Report, ReportedError } from './messages.ts';
import { createOutbox } from './outbox.ts';
import { createPlot } from './plot-recorder.ts';
import { reportedError } from './reported-error.ts';
import { chooseEvaluate } from './scripts.ts';
import { createSyntaxLocator } from './syntax-locator.ts';
import { createTestRunner } from './test-runner.ts';

type Timer = ReturnType<typeof setTimeout>;
/** Of the library for workers, which would clash with that for pages. */
interface WorkerScope {
  importScripts: (address: string) => void;
}
type Run = Extract<Command, { type: 'run' }>;

const scope = globalThis as unknown as Record<string, unknown>;
const nativeSetTimeout = setTimeout.bind(globalThis);
const nativeClearTimeout = clearTimeout.bind(globalThis);
const nativeSetInterval = setInterval.bind(globalThis);
// biome-ignore lint/security/noGlobalEval: running this code is the job
const nativeEval = globalThis.eval;
const evaluate = chooseEvaluate(
  (globalThis as unknown as WorkerScope).importScripts.bind(globalThis),
);
const now = performance.now.bind(performance);

/** A top level that waits this long without a timer is spoken of. */
const PATIENCE_MS = 2_000;

/** Timers that have not fired; the run is idle when there are none. */
const pendingTimers = new Set<Timer>();

addEventListener(
  'message',
  (event) => {
    const port = event.ports[0];
    if (port === undefined) {
      return;
    }
    const post = port.postMessage.bind(port);
    listen(port, (report) => post(report));
  },
  { once: true },
);

function listen(port: MessagePort, post: (report: Report) => void): void {
  const outbox = createOutbox(post, now, (callback) =>
    nativeSetTimeout(callback, 0),
  );
  const locator = createSyntaxLocator({ setTimeout: nativeSetTimeout });
  let isLoading = false;
  let patience: Timer | undefined;
  closeScope(outbox.report);
  let errorCount = 0;
  const reportError = (error: ReportedError) => {
    errorCount += 1;
    if (errorCount <= limits.errors) {
      outbox.report({ type: 'error', error });
    } else if (errorCount === limits.errors + 1) {
      outbox.report({ type: 'limit', limit: 'errors' });
    }
  };
  port.onmessage = (event: MessageEvent<Command>) => {
    if (event.data.type === 'ping') {
      outbox.report({ type: 'pong' });
    } else if (event.data.type === 'run') {
      void start(event.data);
    }
  };

  async function start(command: Run): Promise<void> {
    scope['console'] = createConsole(outbox.line, () =>
      outbox.report({ type: 'limit', limit: 'consoleLines' }),
    );
    const plot = createPlot(outbox.frame, (limit) =>
      outbox.report({ type: 'limit', limit }),
    );
    const builtins: Record<string, unknown> = { plot: { plot } };
    try {
      if (command.mode === 'tests') {
        await runTests(command, builtins);
      } else {
        await load(command, builtins, command.entries[0] as string);
      }
    } catch (error) {
      reportError(reportedError(error));
    }
    outbox.report({ type: 'evaluated' });
    reportIdle();
  }

  async function runTests(
    command: Run,
    builtins: Record<string, unknown>,
  ): Promise<void> {
    const library = nativeEval(`${command.testLibrary}\n;playgroundExpect`) as {
      createExpect: () => unknown;
    };
    const runner = createTestRunner({
      expect: library.createExpect(),
      onFound: (count) => outbox.report({ type: 'tests-found', count }),
      onTest: (test) => outbox.report({ type: 'test', test }),
      onLimit: () => outbox.report({ type: 'limit', limit: 'testCases' }),
      setTimeout: nativeSetTimeout,
      clearTimeout: nativeClearTimeout,
      now,
    });
    builtins['vitest'] = runner.module;
    for (const entry of command.entries) {
      await runner.collect(entry, () => load(command, builtins, entry));
    }
    await runner.run();
  }

  /** Runs an entry to the end of its top level, which may wait for ever. */
  async function load(
    command: Run,
    builtins: Record<string, unknown>,
    entry: string,
  ): Promise<void> {
    isLoading = true;
    watchPatience();
    try {
      const loader = createLoader({ ...command, builtins, evaluate });
      await loader.run(entry);
    } catch (error) {
      if (isModuleSyntaxError(error)) {
        await place(error);
      }
      throw error;
    } finally {
      isLoading = false;
      nativeClearTimeout(patience);
    }
  }

  async function place(error: ModuleSyntaxError): Promise<void> {
    const found = await locator.locate(error.script);
    if (found !== null) {
      const { line, column } = found;
      const indent = line === 1 ? error.indent : 0;
      error.place = { line, column: Math.max(column - indent, 1) };
    }
  }

  /** Says so if the top level waits, and no timer is there to end that. */
  function watchPatience(): void {
    nativeClearTimeout(patience);
    patience = nativeSetTimeout(() => {
      if (isLoading && pendingTimers.size === 0) {
        outbox.report({ type: 'waiting' });
      }
    }, PATIENCE_MS);
  }

  function reportIdle(): void {
    nativeSetTimeout(() => {
      if (isLoading) {
        watchPatience();
      } else if (pendingTimers.size === 0) {
        outbox.report({ type: 'idle' });
      }
    }, 0);
  }

  watchTimers(reportIdle, (error) => reportError(reportedError(error)));
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault();
    reportError(reportedError(event.reason, 'rejection'));
  });
  addEventListener('error', (event) => {
    event.preventDefault();
    if (locator.takes(event)) {
      return;
    }
    reportError(reportedError(event.error));
  });
}

/** A proxy that was thrown may refuse to be asked. */
function isModuleSyntaxError(thrown: unknown): thrown is ModuleSyntaxError {
  try {
    return thrown instanceof ModuleSyntaxError;
  } catch {
    return false;
  }
}

function watchTimers(
  onIdle: () => void,
  onError: (error: unknown) => void,
): void {
  const settle = (timer: Timer) => {
    if (pendingTimers.delete(timer) && pendingTimers.size === 0) {
      onIdle();
    }
  };
  const guarded =
    (callback: unknown, values: unknown[], after: () => void) => () => {
      try {
        if (typeof callback === 'function') {
          callback(...values);
        }
      } catch (error) {
        onError(error);
      } finally {
        after();
      }
    };
  const clear = (timer: Timer) => {
    nativeClearTimeout(timer);
    settle(timer);
  };
  scope['setTimeout'] = (callback: unknown, ms = 0, ...values: unknown[]) => {
    const timer = nativeSetTimeout(
      guarded(callback, values, () => settle(timer)),
      ms,
    );
    pendingTimers.add(timer);
    return timer;
  };
  scope['setInterval'] = (callback: unknown, ms = 0, ...values: unknown[]) => {
    const timer = nativeSetInterval(
      guarded(callback, values, () => {}),
      ms,
    );
    pendingTimers.add(timer);
    return timer;
  };
  scope['clearTimeout'] = clear;
  scope['clearInterval'] = clear;
}
