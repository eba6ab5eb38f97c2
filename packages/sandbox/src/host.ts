/**
 * The trusted side of the sandbox, inside the page `/sandbox/`. Speaks
 * Sandpack's bundler protocol with the page that embeds it and directs the
 * workers in the opaque frame.
 */
import { compile, type Files } from './compile.ts';
import type { Engine } from './frame-protocol.ts';
import { type LimitName, limits } from './limits.ts';
import type { Command, Report } from './messages.ts';
import {
  type PageRequest,
  parsePageRequest,
  parseRegistration,
} from './page-request.ts';
import { parseReports } from './parse-report.ts';
import type { PlotFrame } from './plot.ts';
import {
  createTestEvents,
  type LogEntry,
  logOf,
  placeError,
  showErrorMessage,
} from './sandpack-messages.ts';
import { createWatchdog } from './watchdog.ts';
import { createWorkerPool, type PythonParts } from './worker-pool.ts';

export interface HostOptions {
  /** Document of the opaque frame, its Content-Security-Policy included. */
  frameDocument: string;
  workerCode: string;
  gateCode: string;
  loadTestLibrary: () => Promise<string>;
  /** Fetches Python; is asked once, and again if it fails. */
  loadPython: (
    onProgress: (loaded: number, total: number) => void,
    signal: AbortSignal,
  ) => Promise<PythonParts>;
}

type Mode = Extract<Command, { type: 'run' }>['mode'];

interface Run {
  workerId: number;
  mode: Mode;
  engine: Engine;
  port: MessagePort;
  command: Command;
  /** Its worker was ready and has been handed the program. */
  begun: boolean;
  /** Its worker has said something, so the program is under way. */
  heard: boolean;
  /** Its first worker died before it had begun. */
  isSecondTry: boolean;
  failed: boolean;
  settled: boolean;
  /** The limits that the page has been told of. */
  told: Set<LimitName>;
}

const TEST_FILE = /(\.(test|spec)\.[tj]s|\/test_[^/]*\.py)$/;
/** An idle worker is kept this long for promises that settle late. */
const RETIRE_MS = 3_000;
/** A frame as silent as this, when its worker is taken for busy, has died. */
const FRAME_LATE_MS = 2_000;

export function startHost(options: HostOptions): void {
  const page = window.parent;
  const origin = location.origin;
  let channelId: number | null = null;
  let files: Files = {};
  let run: Run | null = null;
  let python: Promise<PythonParts> | null = null;
  let loading = new AbortController();
  let ticket = 0;
  let retirement: ReturnType<typeof setTimeout> | undefined;
  /** Lines, and figures that came after the last of them: not sent yet. */
  const log: LogEntry[] = [];
  const frames: PlotFrame[] = [];

  const pool = createWorkerPool({
    ...options,
    onFailed: (id) => {
      if (id === run?.workerId) {
        stop('crashed');
      }
    },
    onFrameLost: frameDied,
  });

  const watchdog = createWatchdog({
    ping: () => {
      if (run?.begun) {
        run.port.postMessage({ type: 'ping' } satisfies Command);
      }
    },
    onSilent: () => {
      if (!run?.begun || pool.silentMs() >= FRAME_LATE_MS) {
        frameDied();
        return;
      }
      stop('time-limit', busyLimit(run.engine, run.mode));
    },
  });
  const testEvents = createTestEvents(send);

  addEventListener('message', (event) => {
    if (event.source !== page || event.origin !== origin) {
      return;
    }
    channelId = parseRegistration(event.data) ?? channelId;
    const request = parsePageRequest(event.data, channelId);
    if (request !== null) {
      receive(request);
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

  function receive(request: PageRequest): void {
    switch (request.type) {
      case 'compile':
        files = request.files;
        void start('program', [entryOf(files)]);
        break;
      case 'files':
        files = { ...files, ...request.files };
        break;
      case 'run':
        void start('program', [entryOf(files)]);
        break;
      case 'run-tests':
        void start(
          'tests',
          request.paths ?? Object.keys(files).filter(isTestFile),
        );
        break;
      case 'stop':
        stop('stopped');
        break;
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
    const isProvided = engine === 'javascript' || (await providePython());
    await pool.isUp();
    if (mine !== ticket) {
      return;
    }
    if (!isProvided || testLibrary === null) {
      stop(isProvided ? 'no-library' : 'no-python');
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
    void launch(mode, engine, {
      type: 'run',
      mode,
      modules: engine === 'python' ? pythonFiles(files) : compiled.modules,
      entries,
      offered: offeredModules(files),
      ...(testLibrary === undefined ? {} : { testLibrary }),
    });
  }

  async function launch(
    mode: Mode,
    engine: Engine,
    command: Command,
    isSecondTry = false,
  ): Promise<void> {
    const { id, port, ready } = pool.take(engine);
    const current: Run = {
      workerId: id,
      mode,
      engine,
      port,
      command,
      begun: false,
      heard: false,
      isSecondTry,
      failed: false,
      settled: false,
      told: new Set(),
    };
    run = current;
    pool.watch();
    if (engine === 'python') {
      // All is here: what takes time is the interpreter's start.
      send({ type: 'python', loaded: 1, total: 1 });
      watchdog.start(limits.pythonStartMs);
    }
    const problem = await ready;
    if (run !== current) {
      return;
    }
    if (problem !== undefined) {
      stop('no-python', undefined, problem);
      return;
    }
    port.onmessage = ({ data }) => {
      for (const report of parseReports(data)) {
        if (run === current) {
          handle(current, report);
        }
      }
      flush();
    };
    send({
      type: 'status',
      status: mode === 'tests' ? 'running-tests' : 'evaluating',
    });
    current.begun = true;
    // The first ping goes ahead of the program, which may never yield.
    watchdog.start(limits.workerStartMs);
    port.postMessage(command);
    pool.prepare('javascript');
  }

  /** Another frame; a run that nothing was heard of yet is repeated in it. */
  function frameDied(): void {
    pool.build();
    const current = run;
    if (current === null) {
      return;
    }
    if (current.heard || current.isSecondTry) {
      stop('crashed');
      return;
    }
    end();
    const mine = ticket;
    void pool.isUp().then(() => {
      if (mine === ticket) {
        void launch(current.mode, current.engine, current.command, true);
      }
    });
  }

  /** False if Python cannot be had. */
  async function providePython(): Promise<boolean> {
    python ??= options.loadPython(
      (loaded, total) => send({ type: 'python', loaded, total }),
      loading.signal,
    );
    const attempt = python;
    try {
      pool.addPython(await attempt);
      return true;
    } catch {
      if (python === attempt) {
        python = null;
      }
      return false;
    }
  }

  function handle(current: Run, report: Report): void {
    // A worker that is at work has booted long ago.
    if (report.type === 'booted') {
      return;
    }
    if (!current.heard) {
      current.heard = true;
      // Until now it was the worker that started, not the program that worked.
      watchdog.start(limits[busyLimit(current.engine, current.mode)]);
    }
    if (report.type === 'pong') {
      watchdog.alive();
      return;
    }
    if (report.type === 'flood') {
      stop('flood');
      return;
    }
    clearTimeout(retirement);
    switch (report.type) {
      case 'console':
        log.push(...logOf(report.lines, frames.splice(0)));
        break;
      case 'plot':
        frames.push(...report.frames);
        break;
      case 'limit':
        if (!current.told.has(report.limit)) {
          current.told.add(report.limit);
          const value = limits[report.limit];
          send({ type: 'limit', limit: report.limit, value });
        }
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
    reason:
      | 'stopped'
      | 'time-limit'
      | 'crashed'
      | 'flood'
      | 'no-library'
      | 'no-python',
    limit?: LimitName,
    detail?: string,
  ): void {
    ticket += 1;
    const current = run;
    end();
    if (!pool.hasPython()) {
      loading.abort();
      loading = new AbortController();
      python = null;
    }
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
    pool.unwatch();
    clearTimeout(retirement);
    if (run !== null) {
      run.port.close();
      pool.terminate(run.workerId);
      run = null;
      // The run may have brought the frame down.
      pool.check();
    }
  }

  function flush(): void {
    if (log.length > 0) {
      post({ type: 'console', log: log.splice(0) });
    }
    if (frames.length > 0) {
      post({ type: 'plot', frames: frames.splice(0) });
    }
  }

  /** Lines and figures that came before it go before it. */
  function send(message: object): void {
    flush();
    post(message);
  }

  function post(message: object): void {
    page.postMessage({ codesandbox: true, $id: channelId, ...message }, origin);
  }
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

function busyLimit(engine: Engine, mode: Mode): LimitName {
  if (engine === 'python') {
    return mode === 'tests' ? 'pythonTestBusyMs' : 'pythonBusyMs';
  }
  return mode === 'tests' ? 'testBusyMs' : 'busyMs';
}

/** `main` of `/package.json`, as Sandpack writes it. */
function entryOf(files: Files): string {
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
