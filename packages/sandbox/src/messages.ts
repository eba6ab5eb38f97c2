import type { LimitName } from './limits.ts';
import type { PlotFrame } from './plot.ts';
import type { Frame } from './stack.ts';

/** The parts of Pyodide that its core needs. */
export interface PyodideFiles {
  'pyodide.mjs': ArrayBuffer;
  'pyodide.asm.mjs': ArrayBuffer;
  'pyodide.asm.wasm': ArrayBuffer;
  'python_stdlib.zip': ArrayBuffer;
}

/** Host to worker. */
export type Command =
  /** To a Python worker, before it can run anything. */
  | { type: 'boot'; files: PyodideFiles }
  | {
      type: 'run';
      mode: 'program' | 'tests';
      /** Transpiled code, or Python sources, by path. */
      modules: Readonly<Record<string, string>>;
      entries: string[];
      offered: string[];
      /** Source of the assertion library, for tests only. */
      testLibrary?: string;
    }
  | { type: 'ping' };

export const consoleMethods = [
  'log',
  'info',
  'debug',
  'warn',
  'error',
  'table',
  'clear',
] as const;
export type ConsoleMethod = (typeof consoleMethods)[number];

export interface TextTable {
  columns: string[];
  rows: string[][];
}

export interface ConsoleLine {
  method: ConsoleMethod;
  text: string;
  table?: TextTable;
}

export interface ReportedError {
  /** `module`: an import that leads nowhere. `rejection`: nobody awaited it. */
  kind: 'syntax' | 'runtime' | 'rejection' | 'module';
  name: string;
  message: string;
  /** The reader's frames, innermost first. */
  frames: Frame[];
  missingExport?: MissingExport;
}

/** A name that is imported from a module which does not export it. */
export interface MissingExport {
  /** As the import writes the module. */
  module: string;
  name: string;
  /** What the module exports, the most similar names first. */
  exported: string[];
  /** The first of them is so similar that it may be meant. */
  isNear: boolean;
}

export interface TestCase {
  name: string;
  blocks: string[];
  path: string;
  status: 'idle' | 'running' | 'pass' | 'fail' | 'skip';
  duration?: number;
  errors: TestFailure[];
}

export interface TestFailure extends ReportedError {
  /** Texts of the two sides, where the assertion compares. */
  expected?: string;
  received?: string;
  /** How far apart two numbers are that should have been close, and how close. */
  difference?: string;
  tolerance?: string;
  /** The texts of the two sides say all that the message does. */
  isPlain?: true;
}

/** Worker to host. */
export type Report =
  /** The interpreter is ready, or why it is not. */
  | { type: 'booted'; problem?: string }
  | { type: 'console'; lines: ConsoleLine[] }
  | { type: 'plot'; frames: PlotFrame[] }
  | { type: 'error'; error: ReportedError }
  | { type: 'limit'; limit: LimitName }
  | { type: 'test'; test: TestCase }
  | { type: 'tests-found'; count: number }
  /** The top level of the program, or all tests, have finished. */
  | { type: 'evaluated' }
  /** The top level waits, and no timer is pending that could end that. */
  | { type: 'waiting' }
  /** Nothing is left to wait for: no timer is pending. */
  | { type: 'idle' }
  | { type: 'pong' }
  /** From the gate: the run has sent more than it may. */
  | { type: 'flood' };
