/**
 * Runs inside the Worker: Pyodide and the reader's Python. What Pyodide would
 * fetch is handed to it; the frame's policy lets nothing be fetched.
 */
import { info } from 'pyodide/pyodide-lock.json';
import { closeScope } from './close-scope.ts';
import { createConsole } from './console-recorder.ts';
import { limits } from './limits.ts';
import type { Command, PyodideFiles, Report } from './messages.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { createPlot } from './plot-recorder.ts';
import plotModule from './python/plot.py';
import runnerModule from './python/runner.py';

/** The little of Pyodide's interface that is used here. */
interface Pyodide {
  FS: {
    mkdirTree: (path: string) => void;
    writeFile: (path: string, text: string) => void;
  };
  registerJsModule: (name: string, module: object) => void;
  runPython: (code: string) => unknown;
  globals: { set: (name: string, value: unknown) => void };
}

type Run = Extract<Command, { type: 'run' }>;

/** Of no host: whoever asks for it gets the files that are here. */
const BASE = 'https://pyodide.invalid/';
const RUNTIME = '/runtime';
const ROOT = '/lab';

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
        run(pyodide, data);
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
  // Pyodide wants a module worker, and knows one by this. Chromium starts none
  // from a blob of an opaque origin; in a classic one it works as well.
  Object.assign(globalThis, { importScripts: refuse });
  const console = createConsole(outbox.line, () =>
    outbox.report({ type: 'limit', limit: 'consoleLines' }),
  );
  const { default: createPyodideModule } = await importScript(
    files['pyodide.asm.mjs'],
  );
  const { loadPyodide } = await importScript(files['pyodide.mjs']);
  const pyodide: Pyodide = await loadPyodide({
    indexURL: BASE,
    packageBaseUrl: BASE,
    createPyodideModule,
    // Of its packages none can be loaded here.
    lockFileContents: { info, packages: {} },
    stdin: () => null,
    stdout: (line: string) => console.log(line),
    stderr: (line: string) => console.error(line),
  });
  const plot = createPlot(outbox.frame, (limit) =>
    outbox.report({ type: 'limit', limit }),
  );
  pyodide.registerJsModule('_host', {
    report: (json: string) => outbox.report(JSON.parse(json)),
    /** What is wrong with the call, or nothing. */
    draw: (kind: keyof typeof plot, name: string, data: never) => {
      try {
        plot[kind](name, data);
        return '';
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
  });
  pyodide.FS.mkdirTree(RUNTIME);
  pyodide.FS.writeFile(`${RUNTIME}/plot.py`, plotModule);
  pyodide.FS.writeFile(`${RUNTIME}/_runner.py`, runnerModule);
  pyodide.runPython(
    `import sys; sys.path.insert(0, '${RUNTIME}'); import _runner, plot`,
  );
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

function run(pyodide: Pyodide, { mode, modules, entries }: Run): void {
  for (const [path, code] of Object.entries(modules)) {
    const file = ROOT + path;
    pyodide.FS.mkdirTree(file.slice(0, file.lastIndexOf('/')));
    pyodide.FS.writeFile(file, code);
  }
  pyodide.globals.set('_entries', JSON.stringify(entries));
  pyodide.runPython(
    'import json\n' +
      (mode === 'tests'
        ? `_runner.run_tests(json.loads(_entries), ${limits.testCases})`
        : '_runner.run_program(json.loads(_entries)[0])'),
  );
}
