import type { Engine, FrameCommand } from './frame-protocol.ts';
import type { Command, PyodideFiles } from './messages.ts';
import { parseReport } from './parse-report.ts';

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
  /** A worker could not start, or died. */
  onFailed: (id: number) => void;
}

/** The workers of the opaque frame: one serves one run, the next waits. */
export function createWorkerPool(options: Options) {
  const frame = createFrame(options.frameDocument);
  const waiting: Partial<Record<Engine, FreshWorker>> = {};
  let python: PythonParts | null = null;
  let count = 0;

  const isUp = new Promise<void>((resolve) => {
    addEventListener('message', (event) => {
      if (event.source !== frame.contentWindow) {
        return;
      }
      if (event.data?.type === 'frame-ready') {
        const code = options.workerCode;
        toFrame({ type: 'source', engine: 'javascript', code });
        prepare('javascript');
        resolve();
      } else if (event.data?.type === 'worker-failed') {
        const id: unknown = event.data.id;
        if (id === waiting.python?.id) {
          delete waiting.python;
        }
        options.onFailed(id as number);
      }
    });
  });

  function create(engine: Engine): FreshWorker {
    count += 1;
    const { port1: port, port2 } = new MessageChannel();
    const command: FrameCommand = { type: 'create', id: count, engine };
    frame.contentWindow?.postMessage(command, '*', [port2]);
    return {
      id: count,
      port,
      ready: python && engine === 'python' ? boot(port, python) : NOTHING,
    };
  }

  function prepare(engine: Engine): void {
    waiting[engine] ??= create(engine);
  }

  function terminate(id: number): void {
    toFrame({ type: 'terminate', id });
  }

  function toFrame(command: FrameCommand): void {
    frame.contentWindow?.postMessage(command, '*');
  }

  return {
    /** Settles when the frame is there. */
    isUp,
    /** True until a worker has been put to use. */
    isNew: () => count <= 1,
    prepare,
    terminate,
    addPython(parts: PythonParts): void {
      if (python === null) {
        python = parts;
        const code = parts.workerCode;
        toFrame({ type: 'source', engine: 'python', code });
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
  };
}

const NOTHING = Promise.resolve(undefined);

function boot(port: MessagePort, { files }: PythonParts) {
  return new Promise<string | undefined>((resolve) => {
    port.onmessage = ({ data }) => {
      const report = parseReport(data);
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
  frame.srcdoc = frameDocument;
  document.body.append(frame);
  return frame;
}
