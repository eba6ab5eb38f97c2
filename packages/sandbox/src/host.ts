/**
 * The trusted side of the sandbox, inside the page `/sandbox/`. Speaks
 * Sandpack's bundler protocol with the page that embeds it and directs the
 * workers in the opaque frame.
 */
import { compile, type Files } from './compile.ts';
import type { Engine } from './frame-protocol.ts';
import { type LimitName, limits } from './limits.ts';
import type { Command, Report } from './messages.ts';
import { parseReport } from './parse-report.ts';
import {
  consoleMessage,
  createTestEvents,
  placeError,
  showErrorMessage,
} from './sandpack-messages.ts';
import { createWatchdog } from './watchdog.ts';
import { createWorkerPool, type PythonParts } from './worker-pool.ts';

export interface HostOptions {
  /** Document of the opaque frame, its Content-Security-Policy included. */
  frameDocument: string;
  workerCode: string;
  loadTestLibrary: () => Promise<string>;
  /** Fetches Python; is asked once, and again if it fails. */
  loadPython: (
    onProgress: (loaded: number, total: number) => void,
  ) => Promise<PythonParts>;
}

type Mode = Extract<Command, { type: 'run' }>['mode'];

interface Run {
  workerId: number;
  mode: Mode;
  engine: Engine;
  port: MessagePort;
  failed: boolean;
  settled: boolean;
}

const TEST_FILE = /(\.(test|spec)\.[tj]s|\/test_[^/]*\.py)$/;
/** An idle worker is kept this long for promises that settle late. */
const RETIRE_MS = 3_000;

export function startHost(options: HostOptions): void {
  const page = window.parent;
  const origin = location.origin;
  let channelId: number | null = null;
  let files: Files = {};
  let run: Run | null = null;
  let python: Promise<PythonParts> | null = null;
  let ticket = 0;
  let retirement: ReturnType<typeof setTimeout> | undefined;

  const pool = createWorkerPool({
    ...options,
    onFailed: (id) => {
      if (id === run?.workerId) {
        stop('crashed');
      }
    },
  });

  const watchdog = createWatchdog({
    ping: () => run?.port.postMessage({ type: 'ping' } satisfies Command),
    onSilent: () => {
      stop('time-limit', busyLimit(run?.engine, run?.mode));
    },
  });
  const testEvents = createTestEvents(send);

  addEventListener('message', (event) => {
    if (event.source !== page || event.origin !== origin) {
      return;
    }
    const message = event.data;
    if (message?.type === 'register-frame') {
      channelId = message.id;
    } else if (message?.codesandbox === true && message.$id === channelId) {
      receive(message);
    }
  });
  // Whoever loads this page ahead of its use takes it over by a fragment.
  let introducedAs = '';
  const introduce = () => {
    if (location.href !== introducedAs) {
      introducedAs = location.href;
      send({ type: 'initialized' });
    }
  };
  addEventListener('hashchange', introduce);
  introduce();

  function receive(message: Record<string, unknown>): void {
    switch (message['type']) {
      case 'compile':
        files = filesOf(message['modules']);
        void start('program', [entryOf(files)]);
        break;
      case 'run':
        void start('program', [entryOf(files)]);
        break;
      case 'run-all-tests':
        void start('tests', Object.keys(files).filter(isTestFile));
        break;
      case 'run-tests':
        void start('tests', pathsOf(message));
        break;
      case 'stop':
        stop('stopped');
        break;
      default:
    }
  }

  /** Ends the run under way and starts another. */
  async function start(mode: Mode, entries: string[]): Promise<void> {
    end();
    ticket += 1;
    const mine = ticket;
    if (mode === 'program') {
      send({ type: 'start', firstLoad: pool.isNew() });
      send({ type: 'status', status: 'transpiling' });
    } else {
      testEvents.start();
    }
    const engine = entries.some(isPython) ? 'python' : 'javascript';
    const compiled = compile(files, engine === 'python' ? [] : entries);
    const testLibrary =
      mode === 'tests' && engine === 'javascript'
        ? await options.loadTestLibrary().catch(() => null)
        : undefined;
    await pool.isUp;
    const parts = engine === 'python' ? await providePython() : undefined;
    if (mine !== ticket) {
      return;
    }
    if (parts === null) {
      stop('no-python');
      finish(mode, true);
      return;
    }
    if (testLibrary === null) {
      stop('no-library');
      finish(mode, true);
      return;
    }
    if (!compiled.ok) {
      const { path, message, line, column } = compiled.problem;
      const codeLine = (files[path] ?? '').split('\n')[line - 1] ?? '';
      send(
        showErrorMessage({
          kind: 'syntax',
          name: 'SyntaxError',
          message,
          frames: [],
          path,
          line,
          column,
          codeLine: codeLine.slice(0, 500),
        }),
      );
      finish(mode, true);
      send({ type: 'idle' });
      return;
    }
    if (engine === 'javascript') {
      pool.drop('python');
    }
    const { id, port, ready } = pool.take(engine);
    run = { workerId: id, mode, engine, port, failed: false, settled: false };
    const current = run;
    const problem = await ready;
    if (run !== current) {
      return;
    }
    if (problem !== undefined) {
      stop('no-python', undefined, problem);
      return;
    }
    port.onmessage = (event) => {
      if (run === current) {
        handle(current, event.data);
      }
    };
    send({
      type: 'status',
      status: mode === 'tests' ? 'running-tests' : 'evaluating',
    });
    port.postMessage({
      type: 'run',
      mode,
      modules: engine === 'python' ? pythonFiles(files) : compiled.modules,
      entries,
      offered: offeredModules(files),
      ...(testLibrary === undefined ? {} : { testLibrary }),
    } satisfies Command);
    watchdog.start(limits[busyLimit(engine, mode)]);
    if (engine === 'javascript') {
      pool.prepare(engine);
    }
  }

  /** Python's parts; null if they cannot be had. */
  async function providePython(): Promise<PythonParts | null> {
    python ??= options.loadPython((loaded, total) =>
      send({ type: 'python', loaded, total }),
    );
    try {
      const parts = await python;
      pool.addPython(parts);
      return parts;
    } catch {
      python = null;
      return null;
    }
  }

  function handle(current: Run, data: unknown): void {
    const report: Report | null = parseReport(data);
    if (report === null) {
      return;
    }
    if (report.type === 'pong' || report.type === 'booted') {
      watchdog.alive();
      return;
    }
    clearTimeout(retirement);
    switch (report.type) {
      case 'console':
        send(consoleMessage(report.lines));
        break;
      case 'plot':
        send({ type: 'plot', frames: report.frames });
        break;
      case 'limit':
        send({
          type: 'limit',
          limit: report.limit,
          value: limits[report.limit],
        });
        break;
      case 'error':
        current.failed = true;
        send(showErrorMessage(placeError(report.error, files)));
        break;
      case 'tests-found':
        testEvents.found(report.count);
        break;
      case 'test':
        testEvents.update({
          ...report.test,
          errors: report.test.errors.map((error) => placeError(error, files)),
        } as typeof report.test);
        break;
      case 'waiting':
        send({ type: 'waiting' });
        break;
      case 'evaluated':
        settle(current);
        break;
      case 'idle':
        settle(current);
        send({ type: 'idle' });
        if (current.engine === 'python') {
          // Not before: booting would take its time from the program.
          pool.prepare('python');
        }
        retirement = setTimeout(end, RETIRE_MS);
        break;
    }
  }

  function settle(current: Run): void {
    if (!current.settled) {
      current.settled = true;
      finish(current.mode, current.failed);
    }
  }

  function finish(mode: Mode, failed: boolean): void {
    if (mode === 'tests') {
      testEvents.end();
    } else {
      if (!failed) {
        send({ type: 'success' });
      }
      send({ type: 'done', compilatonError: failed });
    }
    send({ type: 'status', status: 'idle' });
  }

  /** Ends the run on someone's word and says why. */
  function stop(
    reason: 'stopped' | 'time-limit' | 'crashed' | 'no-library' | 'no-python',
    limit?: LimitName,
    detail?: string,
  ): void {
    ticket += 1;
    const current = run;
    end();
    send({
      type: 'stopped',
      reason,
      ...(limit === undefined ? {} : { limit, value: limits[limit] }),
      ...(detail === undefined ? {} : { detail }),
    });
    if (current !== null && !current.settled) {
      finish(current.mode, true);
    }
  }

  function end(): void {
    watchdog.stop();
    clearTimeout(retirement);
    if (run !== null) {
      run.port.close();
      pool.terminate(run.workerId);
      run = null;
    }
  }

  function send(message: object): void {
    page.postMessage({ codesandbox: true, $id: channelId, ...message }, origin);
  }
}

/** Sandpack names one file; the guide's playground may name several. */
function pathsOf({ path, paths }: Record<string, unknown>): string[] {
  const named = Array.isArray(paths) ? paths : [path];
  return named.filter((item) => typeof item === 'string');
}

function isTestFile(path: string): boolean {
  return TEST_FILE.test(path);
}

function isPython(path: string): boolean {
  return path.endsWith('.py');
}

function pythonFiles(files: Files): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).filter(([path]) => isPython(path)),
  );
}

function busyLimit(engine?: Engine, mode?: Mode) {
  if (engine === 'python') {
    return mode === 'tests' ? 'pythonTestBusyMs' : 'pythonBusyMs';
  }
  return mode === 'tests' ? 'testBusyMs' : 'busyMs';
}

function filesOf(modules: unknown): Files {
  const found: Record<string, string> = {};
  for (const [path, module] of Object.entries(modules ?? {})) {
    const code: unknown = (module as { code?: unknown } | null)?.code;
    if (typeof code === 'string' && code.length <= limits.sourceCharacters) {
      found[path] = code;
    }
  }
  return found;
}

/** `main` of `/package.json`, as Sandpack writes it, or a Python program. */
function entryOf(files: Files): string {
  if (Object.hasOwn(files, '/main.py')) {
    return '/main.py';
  }
  try {
    const main: unknown = JSON.parse(files['/package.json'] ?? '{}').main;
    if (typeof main === 'string') {
      return main.startsWith('/') ? main : `/${main}`;
    }
  } catch {
    // A broken package.json names no entry: fall back to the usual one.
  }
  return '/main.ts';
}

function offeredModules(files: Files): string[] {
  return Object.keys(files)
    .filter((path) => path.startsWith('/node_modules/'))
    .filter((path) => !isTestFile(path))
    .map((path) => path.slice('/node_modules/'.length).replace(/\.ts$/, ''));
}
