import { PluginKind } from '@stryker-mutator/api/plugin';
import { strykerPlugins as plugins } from '@stryker-mutator/vitest-runner';

/**
 * Stryker's runner for Vitest, for Vitest 5, which writes ' > ' between the
 * names of suites and tests where earlier ones wrote a space: the runner's
 * filter by name would match no test in a suite, and its mutants survive
 * untested.
 */
const [{ factory: createRunner }] = plugins;

function create(injector) {
  const runner = createRunner(injector);
  const names = new Map();
  const { dryRun, mutantRun } = runner;
  runner.dryRun = async (options) => {
    const result = await dryRun.call(runner, options);
    for (const test of testsOf(runner.ctx.state.getFiles())) {
      names.set(suitesOf(test).join(' '), suitesOf(test).join(' > '));
    }
    return result;
  };
  runner.mutantRun = (options) => {
    const testFilter = options.testFilter?.map((id) => {
      const [file, ...name] = id.split('#');
      return `${file}#${names.get(name.join('#')) ?? name.join('#')}`;
    });
    return mutantRun.call(runner, { ...options, testFilter });
  };
  return runner;
}
create.inject = createRunner.inject;

function testsOf(tasks) {
  return tasks.flatMap((task) =>
    task.type === 'suite' ? testsOf(task.tasks) : [task],
  );
}

function suitesOf(task) {
  return task === undefined ? [] : [...suitesOf(task.suite), task.name];
}

export const strykerPlugins = [
  { kind: PluginKind.TestRunner, name: 'vitest-5', factory: create },
];
