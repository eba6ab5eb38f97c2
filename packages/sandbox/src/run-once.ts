import { compile, type Files } from './compile.ts';
import { createConsole } from './console-recorder.ts';
import { createLoader } from './loader.ts';
import type { ConsoleLine } from './messages.ts';
import type { PlotFrame } from './plot.ts';
import { createPlot } from './plot-recorder.ts';

export interface RunResult {
  lines: ConsoleLine[];
  frames: PlotFrame[];
}

/**
 * Runs a trusted program in this very realm, outside any sandbox, with the
 * same compiler, loader, console and plot as in the worker. For figures made
 * at build time, and for tests of the labs. The clock stands still unless
 * another is given, so that a program that measures time gives the same each
 * time. `onFrame` sees each frame as it is drawn.
 *
 * @throws what the program throws, and Error on a syntax error
 */
export async function runOnce(
  files: Files,
  entry: string,
  now: () => number = () => 0,
  onFrame: (frame: PlotFrame) => void = () => {},
): Promise<RunResult> {
  const compiled = compile(files, [entry]);
  if (!compiled.ok) {
    const { path, line, message } = compiled.problem;
    throw new Error(`${path}:${line}: ${message}`);
  }
  const result: RunResult = { lines: [], frames: [] };
  const fail = (limit: string) => () => {
    throw new Error(`${entry} goes over the limit ${limit}`);
  };
  const console = createConsole(
    (line) => result.lines.push(line),
    fail('consoleLines'),
  );
  const plot = createPlot(
    (frame) => {
      result.frames.push(frame);
      onFrame(frame);
    },
    (limit) => fail(limit)(),
  );
  await createLoader({
    modules: compiled.modules,
    builtins: { plot: { plot } },
    variables: { console, performance: { now } },
    offered: [],
  }).run(entry);
  return result;
}
