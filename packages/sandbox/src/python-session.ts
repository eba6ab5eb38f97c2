import { createConsole } from './console-recorder.ts';
import { limits } from './limits.ts';
import type { Command } from './messages.ts';
import type { Outbox } from './outbox.ts';
import { createPlot } from './plot-recorder.ts';
import plotModule from './python/plot.py?raw';
import runnerModule from './python/runner.py?raw';

/** The little of Pyodide's interface that is used here. */
export interface Pyodide {
  FS: {
    mkdirTree: (path: string) => void;
    writeFile: (path: string, text: string) => void;
  };
  registerJsModule: (name: string, module: object) => void;
  runPython: (code: string) => unknown;
}

type Run = Extract<Command, { type: 'run' }>;

const RUNTIME = '/runtime';
const ROOT = '/lab';

/** Where Python's output goes: lines of the console, with its limits. */
export function pythonStreams(outbox: Outbox) {
  const console = createConsole(outbox.line, () =>
    outbox.report({ type: 'limit', limit: 'consoleLines' }),
  );
  return {
    stdin: () => null,
    stdout: (line: string) => console.log(line),
    stderr: (line: string) => console.error(line),
  };
}

/** Gives an interpreter the module `plot` and what runs a reader's files. */
export function preparePython(pyodide: Pyodide, outbox: Outbox): void {
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
    `import sys; sys.path.insert(0, '${RUNTIME}'); import _runner, json, plot`,
  );
}

/** Runs a program, or tests; all that happens is reported. */
export function runPython(
  pyodide: Pyodide,
  { mode, modules, entries }: Run,
): void {
  for (const [path, code] of Object.entries(modules)) {
    const file = ROOT + path;
    pyodide.FS.mkdirTree(file.slice(0, file.lastIndexOf('/')));
    pyodide.FS.writeFile(file, code);
  }
  pyodide.registerJsModule('_command', { entries: JSON.stringify(entries) });
  pyodide.runPython(
    "sys.modules.pop('_command', None); import _command\n" +
      'entries = json.loads(_command.entries)\n' +
      (mode === 'tests'
        ? `_runner.run_tests(entries, ${limits.testCases})`
        : '_runner.run_program(entries[0])'),
  );
}
