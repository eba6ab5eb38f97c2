/**
 * Runs inside the Worker: Pyodide and the reader's Python. What Pyodide would
 * fetch is handed to it; the frame's policy lets nothing be fetched.
 */
import { info } from 'pyodide/pyodide-lock.json';
import { closeScope } from './close-scope.ts';
import type { Command, PyodideFiles, Report } from './messages.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import {
  type Pyodide,
  preparePython,
  pythonStreams,
  runPython,
} from './python-session.ts';

/** Of no host: whoever asks for it gets the files that are here. */
const BASE = 'https://pyodide.invalid/';

const nativeSetTimeout = setTimeout.bind(globalThis);
const now = performance.now.bind(performance);

addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (port !== undefined) {
      const post = port.postMessage.bind(port);
      listen(port, (report) => post(report));
    }
  },
  { once: true },
);

function listen(port: MessagePort, post: (report: Report) => void): void {
  const outbox = createOutbox(post, now, (callback) =>
    nativeSetTimeout(callback, 0),
  );
  let pyodide: Pyodide | null = null;
  port.onmessage = async ({ data }: MessageEvent<Command>) => {
    if (data.type === 'ping') {
      outbox.report({ type: 'pong' });
    } else if (data.type === 'run') {
      if (pyodide !== null) {
        runPython(pyodide, data);
      }
      outbox.report({ type: 'evaluated' });
      outbox.report({ type: 'idle' });
    } else {
      try {
        pyodide = await boot(data.files, outbox);
        closeScope(outbox.report);
        outbox.report({ type: 'booted' });
      } catch (error) {
        outbox.report({ type: 'booted', problem: String(error).slice(0, 500) });
      }
    }
  };
}

async function boot(files: PyodideFiles, outbox: Outbox): Promise<Pyodide> {
  globalThis.fetch = async (input) => {
    const name = String(input).slice(BASE.length) as keyof PyodideFiles;
    const type = name.endsWith('.wasm') ? 'application/wasm' : '';
    return new Response(files[name], { headers: { 'content-type': type } });
  };
  // Pyodide only warns of what fails here, and waits on.
  const instantiate = WebAssembly.instantiateStreaming;
  const failure = new Promise<never>((_resolve, reject) => {
    WebAssembly.instantiateStreaming = (...wasm) => {
      const result = instantiate(...wasm);
      result.catch(reject);
      return result;
    };
  });
  // Pyodide wants a module worker, and knows one by this. Chromium starts none
  // from a blob of an opaque origin; in a classic one it works as well.
  Object.assign(globalThis, { importScripts: refuse });
  const { default: createPyodideModule } = await importScript(
    files['pyodide.asm.mjs'],
  );
  const { loadPyodide } = await importScript(files['pyodide.mjs']);
  const start: Promise<Pyodide> = loadPyodide({
    indexURL: BASE,
    packageBaseUrl: BASE,
    createPyodideModule,
    // Of its packages none can be loaded here.
    lockFileContents: { info, packages: {} },
    ...pythonStreams(outbox),
  });
  const pyodide = await Promise.race([start, failure]);
  preparePython(pyodide, outbox);
  return pyodide;
}

function refuse(): never {
  throw new TypeError('not in a module worker');
}

async function importScript(bytes: ArrayBuffer) {
  const url = URL.createObjectURL(
    new Blob([bytes], { type: 'text/javascript' }),
  );
  try {
    return await import(/* @vite-ignore */ url);
  } finally {
    URL.revokeObjectURL(url);
  }
}
