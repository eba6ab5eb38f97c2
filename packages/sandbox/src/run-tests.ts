import { compile, type Files } from './compile.ts';
import { createConsole } from './console-recorder.ts';
import { createExpect } from './expect.ts';
import { createLoader } from './loader.ts';
import type { TestCase } from './messages.ts';
import { createPlot } from './plot-recorder.ts';
import { createTestRunner } from './test-runner.ts';

/**
 * Runs test files in this very realm, outside any sandbox, with the worker's
 * compiler, loader and test runner. For trusted code only: it tells whether
 * an exercise's tests accept a solution.
 *
 * @returns every test in its final state, in order
 * @throws Error on a syntax error
 */
export async function runTests(
  files: Files,
  entries: readonly string[],
): Promise<TestCase[]> {
  const compiled = compile(files, entries);
  if (!compiled.ok) {
    const { path, line, message } = compiled.problem;
    throw new Error(`${path}:${line}: ${message}`);
  }
  const ended: TestCase[] = [];
  const runner = createTestRunner({
    expect: createExpect(),
    onFound: () => {},
    onTest: (test) => {
      if (test.status !== 'idle' && test.status !== 'running') {
        ended.push(test);
      }
    },
    onLimit: () => {},
    setTimeout,
    clearTimeout: clearTimeout as (timer: never) => void,
    now: () => performance.now(),
  });
  const ignore = () => {};
  for (const entry of entries) {
    const loader = createLoader({
      modules: compiled.modules,
      builtins: {
        vitest: runner.module,
        plot: { plot: createPlot(ignore, ignore) },
      },
      variables: { console: createConsole(ignore, ignore) },
      offered: [],
    });
    await runner.collect(entry, () => loader.run(entry));
  }
  await runner.run();
  return ended;
}
