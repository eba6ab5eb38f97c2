import {
  type Engine,
  type FrameCommand,
  parseFrameReport,
} from './frame-protocol.ts';
import { limits } from './limits.ts';
import type { Command, PyodideFiles } from './messages.ts';
import { parseReports } from './parse-report.ts';
import { createWatchdog } from './watchdog.ts';

/** What Python takes: the code of its workers, and what they are handed. */
export interface PythonParts {
  workerCode: string;
  files: PyodideFiles;
}

/** A worker that has not run anything. */
export interface FreshWorker {
  id: number;
  port: MessagePort;
  /** Settles when it can run something; a text says why it never will. */
  ready: Promise<string | undefined>;
}

interface Options {
  /** Document of the opaque frame, its Content-Security-Policy included. */
  frameDocument: string;
  workerCode: string;
  gateCode: string;
  /** A worker could not start, or died. */
  onFailed: (id: number) => void;
  /** The frame is silent: its process has died. */
  onFrameLost: () => void;
}

/** The workers of the opaque frame: one serves one run, the next waits. */
export function createWorkerPool(options: Options) {
  let waiting: Partial<Record<Engine, FreshWorker>> = {};
  let python: PythonParts | null = null;
  let count = 0;
  let frame: HTMLIFrameElement | null = null;
  let comeUp: () => void;
  let isUp: Promise<void>;
  let isReady = false;
  let isCheck = false;

  addEventListener('message', (event) => {
    if (frame === null || event.source !== frame.contentWindow) {
      return;
    }
    const report = parseFrameReport(event.data);
    switch (report?.type) {
      case 'frame-ready':
        provide('gate', options.gateCode);
        provide('javascript', options.workerCode);
        if (python !== null) {
          provide('python', python.workerCode);
        }
        prepare('javascript');
        isReady = true;
        watchdog.stop();
        comeUp();
        break;
      case 'frame-alive':
        watchdog.alive();
        if (isCheck) {
          watchdog.stop();
        }
        break;
      case 'worker-failed':
        forget(report.id);
        options.onFailed(report.id);
        break;
      default:
    }
  });

  // The browser does not tell when the process of a frame has died.
  const watchdog = createWatchdog({
    ping: () => toFrame({ type: 'ping' }),
    onSilent: options.onFrameLost,
  });
  build();

  /** A new frame, in place of one that has died. */
  function build(): void {
    // Whoever waits for a frame that never came up waits for the next one.
    if (isReady || frame === null) {
      isUp = new Promise((resolve) => {
        comeUp = resolve;
      });
    }
    frame?.remove();
    waiting = {};
    isReady = false;
    frame = createFrame(options.frameDocument);
    watch(true);
  }

  function create(engine: Engine): FreshWorker {
    count += 1;
    const { port1: port, port2 } = new MessageChannel();
    toFrame({ type: 'create', id: count, engine }, [port2]);
    const ready = engine === 'python' && python ? boot(port, python) : NOTHING;
    return { id: count, port, ready };
  }

  function prepare(engine: Engine): void {
    waiting[engine] ??= create(engine);
  }

  function forget(id: number): void {
    for (const engine of ['javascript', 'python'] as const) {
      if (waiting[engine]?.id === id) {
        delete waiting[engine];
      }
    }
  }

  function terminate(id: number): void {
    toFrame({ type: 'terminate', id });
  }

  function provide(of: Engine | 'gate', code: string): void {
    toFrame({ type: 'source', of, code });
  }

  function toFrame(command: FrameCommand, ports: MessagePort[] = []): void {
    frame?.contentWindow?.postMessage(command, '*', ports);
  }

  function watch(isOnlyCheck: boolean): void {
    isCheck = isOnlyCheck;
    watchdog.start(isReady ? limits.frameSilentMs : limits.frameStartMs);
  }

  return {
    build,
    /** Settles when the frame is there. */
    isUp: () => isUp,
    /** True until a worker has been put to use. */
    isNew: () => count <= 1,
    prepare,
    terminate,
    hasPython: () => python !== null,
    addPython(parts: PythonParts): void {
      if (python === null) {
        python = parts;
        provide('python', parts.workerCode);
      }
    },
    take(engine: Engine): FreshWorker {
      const worker = waiting[engine] ?? create(engine);
      delete waiting[engine];
      return worker;
    },
    /** Gives back the memory of a worker that waits. */
    drop(engine: Engine): void {
      const worker = waiting[engine];
      if (worker !== undefined) {
        worker.port.close();
        terminate(worker.id);
        delete waiting[engine];
      }
    },
    /** Is the frame alive? Asked until `unwatch`. */
    watch: () => watch(false),
    /** The same, until it answers. */
    check(): void {
      if (isReady) {
        watch(true);
      }
    },
    unwatch(): void {
      if (isReady) {
        watchdog.stop();
      }
    },
    silentMs: watchdog.silentMs,
  };
}

const NOTHING = Promise.resolve(undefined);

function boot(port: MessagePort, { files }: PythonParts) {
  return new Promise<string | undefined>((resolve) => {
    port.onmessage = ({ data }) => {
      const report = parseReports(data).find(({ type }) => type === 'booted');
      if (report?.type === 'booted') {
        resolve(report.problem);
      }
    };
    port.postMessage({ type: 'boot', files } satisfies Command);
  });
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
