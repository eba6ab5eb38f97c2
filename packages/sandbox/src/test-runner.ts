import { inspect } from './inspect.ts';
import { limits } from './limits.ts';
import type { TestCase, TestFailure } from './messages.ts';
import { reportedError } from './reported-error.ts';

type Body = (...values: unknown[]) => unknown;
type Hook = () => unknown;
type Mode = 'run' | 'skip' | 'only' | 'todo';

interface Suite {
  name: string;
  mode: Mode;
  parent: Suite | null;
  children: (Suite | Case)[];
  hooks: Record<HookName, Hook[]>;
}

interface Case {
  name: string;
  mode: Mode;
  parent: Suite;
  path: string;
  body: Hook | undefined;
  timeoutMs: number;
}

type HookName = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

const isCase = (item: Suite | Case): item is Case => 'path' in item;

export interface TestRunnerOptions {
  expect: unknown;
  onFound: (count: number) => void;
  onTest: (test: TestCase) => void;
  onLimit: () => void;
  /** Timers of the runtime, which reader code cannot replace. */
  setTimeout: (callback: () => void, ms: number) => unknown;
  clearTimeout: (timer: never) => void;
  now: () => number;
}

/**
 * Collects tests through the module `vitest` (its subset without mocks and
 * snapshots), then runs them in order.
 */
export function createTestRunner(options: TestRunnerOptions) {
  const root = createSuite('', 'run', null);
  let current = root;
  let path = '';
  let caseCount = 0;

  function addSuite(name: unknown, body: Hook | undefined, mode: Mode): void {
    const suite = createSuite(String(name), mode, current);
    current.children.push(suite);
    const outer = current;
    current = suite;
    try {
      body?.();
    } finally {
      current = outer;
    }
  }

  function addCase(
    name: unknown,
    body: Hook | undefined,
    mode: Mode,
    timeout?: unknown,
  ): void {
    caseCount += 1;
    if (caseCount > limits.testCases) {
      if (caseCount === limits.testCases + 1) {
        options.onLimit();
      }
      return;
    }
    current.children.push({
      name: String(name),
      mode: body === undefined && mode !== 'skip' ? 'todo' : mode,
      parent: current,
      path,
      body,
      timeoutMs:
        typeof timeout === 'number'
          ? Math.min(timeout, limits.testBusyMs)
          : limits.testTimeoutMs,
    });
  }

  const hook = (name: HookName) => (body: Hook) => {
    current.hooks[name].push(body);
  };
  const test = collector(addCase);
  const module = {
    describe: collector(addSuite),
    suite: collector(addSuite),
    it: test,
    test,
    expect: options.expect,
    beforeAll: hook('beforeAll'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
    afterAll: hook('afterAll'),
  };

  /** Runs `load`, whose `describe` and `it` calls then belong to `file`. */
  async function collect(
    file: string,
    load: () => Promise<void>,
  ): Promise<void> {
    path = file;
    try {
      await load();
    } catch (error) {
      root.children.push({
        name: file,
        mode: 'run',
        parent: root,
        path: file,
        timeoutMs: limits.testTimeoutMs,
        body: () => Promise.reject(error),
      });
    }
  }

  async function run(): Promise<void> {
    const cases = allCases(root);
    const focused = cases.some((item) => inMode(item, 'only'));
    options.onFound(cases.length);
    for (const item of cases) {
      options.onTest(report(item, 'idle', []));
    }
    await runSuite(root, focused);
  }

  async function runSuite(suite: Suite, focused: boolean): Promise<void> {
    const willRun = allCases(suite).some((item) => isActive(item, focused));
    let setUpError: TestFailure | null = null;
    if (willRun) {
      try {
        for (const body of suite.hooks.beforeAll) {
          await body();
        }
      } catch (error) {
        setUpError = failureOf(error);
      }
    }
    for (const child of suite.children) {
      if (isCase(child)) {
        await runCase(child, focused, setUpError);
      } else {
        await runSuite(child, focused);
      }
    }
    if (willRun) {
      for (const body of suite.hooks.afterAll) {
        await body();
      }
    }
  }

  async function runCase(
    item: Case,
    focused: boolean,
    setUpError: TestFailure | null,
  ): Promise<void> {
    if (!isActive(item, focused)) {
      options.onTest(report(item, 'skip', []));
      return;
    }
    if (setUpError !== null) {
      options.onTest(report(item, 'fail', [setUpError]));
      return;
    }
    options.onTest(report(item, 'running', []));
    const start = options.now();
    const errors: TestFailure[] = [];
    const attempt = async (bodies: readonly Hook[]) => {
      try {
        for (const body of bodies) {
          await withTimeout(body, item.timeoutMs, options);
        }
      } catch (error) {
        errors.push(failureOf(error));
      }
    };
    await attempt(inherited(item.parent, 'beforeEach'));
    if (errors.length === 0) {
      await attempt([item.body as Hook]);
    }
    await attempt(inherited(item.parent, 'afterEach').reverse());
    options.onTest({
      ...report(item, errors.length === 0 ? 'pass' : 'fail', errors),
      duration: options.now() - start,
    });
  }

  return { module, collect, run };
}

function createSuite(name: string, mode: Mode, parent: Suite | null): Suite {
  return {
    name,
    mode,
    parent,
    children: [],
    hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
  };
}

type Add = (
  name: unknown,
  body: Hook | undefined,
  mode: Mode,
  timeout?: unknown,
) => void;

/** `it` and `describe` with `.skip`, `.only`, `.todo` and `.each`. */
function collector(add: Add) {
  const withMode = (mode: Mode) =>
    Object.assign(
      (name: unknown, ...rest: unknown[]) => {
        const body = rest.find((item) => typeof item === 'function');
        const timeout = rest.find((item) => typeof item === 'number');
        add(nameOf(name), body as Hook | undefined, mode, timeout);
      },
      {
        each:
          (table: readonly unknown[]) =>
          (name: unknown, body: Body, timeout?: number) => {
            for (const [index, row] of table.entries()) {
              const values = Array.isArray(row) ? row : [row];
              add(
                formatName(nameOf(name), values, index),
                () => body(...values),
                mode,
                timeout,
              );
            }
          },
      },
    );
  return Object.assign(withMode('run'), {
    skip: withMode('skip'),
    only: withMode('only'),
    todo: (name: unknown) => add(nameOf(name), undefined, 'todo'),
    skipIf: (condition: unknown) => withMode(condition ? 'skip' : 'run'),
    runIf: (condition: unknown) => withMode(condition ? 'run' : 'skip'),
  });
}

function nameOf(value: unknown): string {
  return typeof value === 'function' ? value.name : String(value);
}

/** `%s %d %i %f %j %o %# %%` and `$key` (or `$0`), as Vitest has them. */
export function formatName(
  template: string,
  values: readonly unknown[],
  index: number,
): string {
  let next = 0;
  const text = template.replace(/%([sdifjo#%])/g, (all, kind: string) => {
    if (kind === '%') {
      return '%';
    }
    if (kind === '#') {
      return String(index);
    }
    if (next >= values.length) {
      return all;
    }
    const value = values[next];
    next += 1;
    if (kind === 'i') {
      return String(Math.trunc(Number(value)));
    }
    if (kind === 'd' || kind === 'f') {
      return String(Number(value));
    }
    return kind === 's' && typeof value !== 'object'
      ? String(value)
      : inspect(value, { length: 200 });
  });
  return text.replace(/\$([\w.]+)/g, (all, path: string) => {
    let value: unknown = /^\d/.test(path) ? values : values[0];
    for (const key of path.split('.')) {
      if (typeof value !== 'object' || value === null || !(key in value)) {
        return all;
      }
      value = (value as Record<string, unknown>)[key];
    }
    return typeof value === 'string' ? value : inspect(value, { length: 200 });
  });
}

function allCases(suite: Suite): Case[] {
  return suite.children.flatMap((child) =>
    isCase(child) ? [child] : allCases(child),
  );
}

function inMode(item: Case, mode: Mode): boolean {
  if (item.mode === mode) {
    return true;
  }
  for (let suite: Suite | null = item.parent; suite; suite = suite.parent) {
    if (suite.mode === mode) {
      return true;
    }
  }
  return false;
}

function isActive(item: Case, focused: boolean): boolean {
  return (
    item.body !== undefined &&
    !inMode(item, 'skip') &&
    (!focused || inMode(item, 'only'))
  );
}

function inherited(suite: Suite, name: HookName): Hook[] {
  const outer = suite.parent === null ? [] : inherited(suite.parent, name);
  return [...outer, ...suite.hooks[name]];
}

function blocksOf(suite: Suite): string[] {
  return suite.parent === null ? [] : [...blocksOf(suite.parent), suite.name];
}

function report(
  item: Case,
  status: TestCase['status'],
  errors: TestFailure[],
): TestCase {
  const blocks = blocksOf(item.parent);
  return { name: item.name, blocks, path: item.path, status, errors };
}

function withTimeout(
  body: Hook,
  ms: number,
  options: TestRunnerOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = options.setTimeout(
      () => reject(new Error(`Test timed out in ${ms} ms`)),
      ms,
    );
    Promise.resolve()
      .then(body)
      .then(() => resolve(), reject)
      .finally(() => options.clearTimeout(timer as never));
  });
}

/** An assertion's two sides as text, if it compares two values. */
function failureOf(thrown: unknown): TestFailure {
  const error = reportedError(thrown);
  if (typeof thrown !== 'object' || thrown === null) {
    return error;
  }
  const sides = thrown as { actual?: unknown; expected?: unknown };
  if (!('expected' in sides) || !('actual' in sides)) {
    return error;
  }
  return {
    ...error,
    expected: inspect(sides.expected, { length: 2_000 }),
    received: inspect(sides.actual, { length: 2_000 }),
  };
}
