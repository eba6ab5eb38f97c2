/**
 * The trusted side of the sandbox, inside the page `/sandbox/`. Speaks
 * Sandpack's bundler protocol with the page that embeds it and directs the
 * workers in the opaque frame.
 */
import { compile, type Files } from './compile.ts';
import { type FrameCommand, parseFrameReport } from './frame-protocol.ts';
import { type LimitName, limits } from './limits.ts';
import type { Command, Report } from './messages.ts';
import {
  type PageRequest,
  parsePageRequest,
  parseRegistration,
} from './page-request.ts';
import { parseReport } from './parse-report.ts';
import {
  consoleMessage,
  createTestEvents,
  placeError,
  showErrorMessage,
} from './sandpack-messages.ts';
import { createWatchdog } from './watchdog.ts';

export interface HostOptions {
  /** Document of the opaque frame, its Content-Security-Policy included. */
  frameDocument: string;
  workerCode: string;
  gateCode: string;
  loadTestLibrary: () => Promise<string>;
}

type Mode = Extract<Command, { type: 'run' }>['mode'];

interface Run {
  workerId: number;
  mode: Mode;
  port: MessagePort;
  command: Command;
  /** Its worker has said something, so it had begun. */
  heard: boolean;
  /** Its first worker died before it had begun. */
  isSecondTry: boolean;
  failed: boolean;
  settled: boolean;
  /** The limits that the page has been told of. */
  told: Set<LimitName>;
}

interface Spare {
  id: number;
  port: MessagePort;
}

const TEST_FILE = /\.(test|spec)\.[tj]s$/;
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
  let spare: Spare | null = null;
  let workerCount = 0;
  let ticket = 0;
  let retirement: ReturnType<typeof setTimeout> | undefined;

  let frame: HTMLIFrameElement | null = null;
  let frameIsReady: () => void;
  let ready: Promise<void>;
  let isReady = false;
  buildFrame();

  addEventListener('message', (event) => {
    if (frame === null || event.source !== frame.contentWindow) {
      return;
    }
    const report = parseFrameReport(event.data);
    switch (report?.type) {
      case 'frame-ready':
        toFrame({
          type: 'source',
          worker: options.workerCode,
          gate: options.gateCode,
        });
        spare = createWorker();
        isReady = true;
        frameIsReady();
        break;
      case 'frame-alive':
        frameWatchdog.alive();
        if (run === null) {
          frameWatchdog.stop();
        }
        break;
      case 'worker-failed':
        if (report.id === run?.workerId) {
          stop('crashed');
        } else if (report.id === spare?.id) {
          spare = null;
        }
        break;
      default:
    }
  });

  const watchdog = createWatchdog({
    ping: () => run?.port.postMessage({ type: 'ping' } satisfies Command),
    onSilent: () => {
      if (frameWatchdog.silentMs() >= FRAME_LATE_MS) {
        frameDied();
        return;
      }
      const limit = run?.mode === 'tests' ? 'testBusyMs' : 'busyMs';
      stop('time-limit', limit);
    },
  });
  // The browser does not tell when the process of a frame has died.
  const frameWatchdog = createWatchdog({
    ping: () => toFrame({ type: 'ping' }),
    onSilent: frameDied,
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
      send({ type: 'start', firstLoad: workerCount <= 1 });
      send({ type: 'status', status: 'transpiling' });
    } else {
      testEvents.start();
    }
    const compiled = compile(files, entries);
    const testLibrary =
      mode === 'tests'
        ? await options.loadTestLibrary().catch(() => null)
        : undefined;
    await ready;
    if (mine !== ticket) {
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
    launch(mode, {
      type: 'run',
      mode,
      modules: compiled.modules,
      entries,
      offered: offeredModules(files),
      ...(testLibrary === undefined ? {} : { testLibrary }),
    });
  }

  function launch(mode: Mode, command: Command, isSecondTry = false): void {
    const { id, port } = spare ?? createWorker();
    spare = null;
    const current: Run = {
      workerId: id,
      mode,
      port,
      command,
      heard: false,
      isSecondTry,
      failed: false,
      settled: false,
      told: new Set(),
    };
    run = current;
    port.onmessage = (event) => {
      if (run === current) {
        handle(current, event.data);
      }
    };
    send({
      type: 'status',
      status: mode === 'tests' ? 'running-tests' : 'evaluating',
    });
    // The first ping goes ahead of the program, which may never yield.
    watchdog.start(mode === 'tests' ? limits.testBusyMs : limits.busyMs);
    port.postMessage(command);
    frameWatchdog.start(limits.frameSilentMs);
    spare = createWorker();
  }

  /** Builds another; a run that had not begun has not noticed. */
  function frameDied(): void {
    buildFrame();
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
    void ready.then(() => {
      if (mine === ticket) {
        launch(current.mode, current.command, true);
      }
    });
  }

  function handle(current: Run, data: unknown): void {
    const report: Report | null = parseReport(data);
    if (report === null) {
      return;
    }
    current.heard = true;
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
        send(consoleMessage(report.lines));
        break;
      case 'plot':
        send({ type: 'plot', frames: report.frames });
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
    reason: 'stopped' | 'time-limit' | 'crashed' | 'flood' | 'no-library',
    limit?: LimitName,
  ): void {
    ticket += 1;
    const current = run;
    end();
    send({
      type: 'stopped',
      reason,
      ...(limit === undefined ? {} : { limit, value: limits[limit] }),
    });
    if (current !== null && !current.settled) {
      finish(current.mode, true);
    }
  }

  function end(): void {
    watchdog.stop();
    frameWatchdog.stop();
    clearTimeout(retirement);
    if (run !== null) {
      run.port.close();
      toFrame({ type: 'terminate', id: run.workerId });
      run = null;
      if (isReady) {
        // Until it answers: the run may have brought it down.
        frameWatchdog.start(limits.frameSilentMs);
      }
    }
  }

  function createWorker(): Spare {
    workerCount += 1;
    const channel = new MessageChannel();
    const command: FrameCommand = { type: 'create', id: workerCount };
    toFrame(command, [channel.port2]);
    return { id: workerCount, port: channel.port1 };
  }

  /** A new frame, in place of one that has died. */
  function buildFrame(): void {
    frame?.remove();
    spare = null;
    isReady = false;
    ready = new Promise((resolve) => {
      frameIsReady = resolve;
    });
    frame = createFrame(options.frameDocument);
  }

  function toFrame(command: FrameCommand, ports: MessagePort[] = []): void {
    frame?.contentWindow?.postMessage(command, '*', ports);
  }

  function send(message: object): void {
    page.postMessage({ codesandbox: true, $id: channelId, ...message }, origin);
  }
}

function createFrame(frameDocument: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.title = 'Isolated frame';
  frame.allow = "camera 'none'; microphone 'none'";
  frame.srcdoc = frameDocument;
  document.body.append(frame);
  return frame;
}

function isTestFile(path: string): boolean {
  return TEST_FILE.test(path);
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
