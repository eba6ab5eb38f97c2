/** A program that means harm, and what a reader must see of it. */
export interface Program {
  /** What it tries. */
  name: string;
  /** Text of `main.ts`, or of the test file. `CANARY` is a foreign address. */
  code: string;
  /** `taken-over`: the code replaces the runtime in the worker as a whole. */
  as?: 'program' | 'tests' | 'taken-over';
  /** The reader's next step; without one the runtime has to end it itself. */
  reader?: 'stops';
  /** State of the lab in the end; a slow machine may meet the time limit first. */
  ends:
    | 'ready'
    | 'error'
    | 'stopped'
    | 'passed'
    | 'failed'
    | 'error|stopped'
    | 'ready|stopped';
  /** What the output says about it, in words. */
  says: RegExp;
}

export const limit = {
  busy: /ran for more than 5 s without yielding/,
  stopped: /You stopped the program/,
  crashed: /The runtime ended unexpectedly and was rebuilt/,
  lines: /The console is full \(1000 lines\)/,
  characters: /The console is full/,
  frames: /The figures are full \(1000 frames\)/,
  cells: /The figures are full \(2000000 values\)/,
  tests: /more than 1000 test cases/,
  errors: /more than 100 errors/,
  flood: /sent more than it may/,
};
