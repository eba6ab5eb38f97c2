import type { Signs } from './expect-signs.ts';
import { clip, inspect } from './inspect.ts';
import { limits } from './limits.ts';
import type { ReportedError, TestCase, TestFailure } from './messages.ts';
import { reportedError } from './reported-error.ts';

type Body = (...values: unknown[]) => unknown;
type Hook = () => unknown;
type Mode = 'run' | 'skip' | 'only' | 'todo';

interface Suite {
  name: string;
  mode: Mode;
  /** Null for the suite of a whole file, which has no name. */
  parent: Suite | null;
  path: string;
  children: (Suite | Case)[];
  hooks: Record<HookName, Hook[]>;
  /** Why the file could not be loaded. */
  loadErrors: TestFailure[];
}

interface Case {
  name: string;
  mode: Mode;
  parent: Suite;
  body: Hook | undefined;
  timeoutMs: number;
}

type HookName = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

const isCase = (item: Suite | Case): item is Case => 'body' in item;

const NAME_LENGTH = 1_000;

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
  const files: Suite[] = [];
  const names = new Set<string>();
  let current = createSuite('', 'run', null, '');
  let caseCount = 0;

  function addSuite(name: unknown, body: Hook | undefined, mode: Mode): void {
    const title = clip(String(name), NAME_LENGTH);
    const suite = createSuite(title, mode, current, current.path);
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
      name: freshName(String(name)),
      mode: body === undefined && mode !== 'skip' ? 'todo' : mode,
      parent: current,
      body,
      timeoutMs:
        typeof timeout === 'number'
          ? Math.min(timeout, limits.testBusyMs)
          : limits.testTimeoutMs,
    });
  }

  /** Results are told apart by their names, so a repeated one gets a number. */
  function freshName(name: string, suite = current): string {
    const place = [suite.path, ...blocksOf(suite), ''].join('\n');
    const text = clip(name, NAME_LENGTH);
    let fresh = text;
    for (let count = 2; names.has(place + fresh); count += 1) {
      fresh = `${text} (${count})`;
    }
    names.add(place + fresh);
    return fresh;
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
    const suite = createSuite('', 'run', null, file);
    files.push(suite);
    current = suite;
    suite.loadErrors = await attempt([load], 'Loading', limits.testBusyMs);
  }

  async function run(): Promise<void> {
    const cases = files.flatMap(allCases);
    const broken = files.filter((file) => file.loadErrors.length > 0);
    options.onFound(cases.length + broken.length);
    for (const item of cases) {
      options.onTest(report(item, 'idle', []));
    }
    for (const file of files) {
      const focused = allCases(file).some((item) => inMode(item, 'only'));
      await runSuite(file, focused, []);
      reportSuite(file, file.path, file.loadErrors);
    }
  }

  /** An error that belongs to no test is a failed test of its own. */
  function reportSuite(suite: Suite, name: string, errors: TestFailure[]) {
    if (errors.length > 0) {
      const { path } = suite;
      const blocks = blocksOf(suite);
      const test = { name: freshName(name, suite), blocks, path, errors };
      options.onTest({ ...test, status: 'fail' });
    }
  }

  async function runSuite(
    suite: Suite,
    focused: boolean,
    outerErrors: TestFailure[],
  ): Promise<void> {
    const { beforeAll, afterAll } = suite.hooks;
    const usesHooks =
      outerErrors.length === 0 &&
      allCases(suite).some((item) => isActive(item, focused));
    const setUpErrors = usesHooks
      ? await attempt(beforeAll, 'beforeAll', limits.testTimeoutMs)
      : outerErrors;
    for (const child of suite.children) {
      if (isCase(child)) {
        await runCase(child, focused, setUpErrors);
      } else {
        await runSuite(child, focused, setUpErrors);
      }
    }
    if (usesHooks) {
      const ms = limits.testTimeoutMs;
      const errors = await attemptAll([...afterAll].reverse(), 'afterAll', ms);
      reportSuite(suite, 'afterAll', errors);
    }
  }

  async function runCase(
    item: Case,
    focused: boolean,
    setUpErrors: TestFailure[],
  ): Promise<void> {
    if (!isActive(item, focused)) {
      options.onTest(report(item, 'skip', []));
      return;
    }
    if (setUpErrors.length > 0) {
      options.onTest(report(item, 'fail', setUpErrors));
      return;
    }
    options.onTest(report(item, 'running', []));
    const start = options.now();
    const { parent, body, timeoutMs } = item;
    const errors = await attempt(
      [...inherited(parent, 'beforeEach'), body as Hook],
      'Test',
      timeoutMs,
    );
    const after = inherited(parent, 'afterEach').reverse();
    errors.push(...(await attemptAll(after, 'afterEach', timeoutMs)));
    options.onTest({
      ...report(item, errors.length === 0 ? 'pass' : 'fail', errors),
      duration: options.now() - start,
    });
  }

  /** Runs the bodies in turn, up to the first error. */
  async function attempt(
    bodies: readonly Hook[],
    what: string,
    ms: number,
  ): Promise<TestFailure[]> {
    try {
      for (const body of bodies) {
        await withTimeout(body, what, ms, options);
      }
      return [];
    } catch (error) {
      return [failureOf(error)];
    }
  }

  /** Runs them all, as tidying up must; what fails at last is left out. */
  async function attemptAll(
    bodies: readonly Hook[],
    what: string,
    ms: number,
  ): Promise<TestFailure[]> {
    const errors: TestFailure[] = [];
    for (const body of bodies) {
      errors.push(...(await attempt([body], what, ms)));
    }
    return errors.slice(0, 10);
  }

  return { module, collect, run };
}

function createSuite(
  name: string,
  mode: Mode,
  parent: Suite | null,
  path: string,
): Suite {
  return {
    name,
    mode,
    parent,
    path,
    children: [],
    hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
    loadErrors: [],
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
        each: (table: readonly unknown[]) => {
          if (!Array.isArray(table) || 'raw' in table) {
            throw new TypeError(
              'each takes an array of rows; the template form is not supported',
            );
          }
          return (name: unknown, body: Body, timeout?: number) => {
            for (const [index, row] of table.entries()) {
              const values = Array.isArray(row) ? row : [row];
              add(
                formatName(nameOf(name), values, index),
                () => body(...values),
                mode,
                timeout,
              );
            }
          };
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

/** `%s %d %i %f %j %o %# %$ %%` and `$key` (or `$0`), as Vitest has them. */
export function formatName(
  template: string,
  values: readonly unknown[],
  index: number,
): string {
  let next = 0;
  const text = template.replace(/%([sdifjo#$%])/g, (all, kind: string) => {
    if (kind === '%') {
      return '%';
    }
    if (kind === '#' || kind === '$') {
      return String(kind === '#' ? index : index + 1);
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
    if (kind === 's' && typeof value !== 'object') {
      return String(value);
    }
    return (
      (kind === 'j' && jsonOf(value)) || inspect(value, { length: NAME_LENGTH })
    );
  });
  return text.replace(/\$(\w+(?:\.\w+)*)/g, (all, path: string) => {
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

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
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
  const { name, parent } = item;
  return { name, blocks: blocksOf(parent), path: parent.path, status, errors };
}

function withTimeout(
  body: Hook,
  what: string,
  ms: number,
  options: TestRunnerOptions,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = options.setTimeout(
      () => reject(new Error(`${what} timed out in ${ms} ms`)),
      ms,
    );
    Promise.resolve()
      .then(body)
      .then(() => resolve(), reject)
      .finally(() => options.clearTimeout(timer as never));
  });
}

interface Sides {
  actual?: unknown;
  expected?: unknown;
  signs?: Signs;
}

/** An assertion's two sides as text, if it compares two values. */
function failureOf(thrown: unknown): TestFailure {
  const error = reportedError(thrown);
  try {
    const sides = thrown as Sides;
    if (!('expected' in sides && 'actual' in sides)) {
      return error;
    }
    // Chai says so of matchers that compare no two values.
    if (sides.expected === undefined && sides.signs === undefined) {
      return error;
    }
    const expected = inspect(sides.expected, { length: 2_000 });
    const received = inspect(sides.actual, { length: 2_000 });
    return { ...error, ...withSigns({ expected, received }, sides.signs) };
  } catch {
    // Nothing with two sides, or a proxy that throws.
    return error;
  }
}

type Compared = Omit<TestFailure, keyof ReportedError>;

/** The sides as `> 5`; a program may have thrown any signs. */
function withSigns(
  sides: { expected: string; received: string },
  signs: Signs | undefined,
): Compared {
  if (signs === undefined) {
    return sides;
  }
  const { difference, tolerance } = signs;
  return {
    expected: clip(String(signs.expected), 10) + sides.expected,
    received: clip(String(signs.received), 10) + sides.received,
    ...(Number.isFinite(difference) ? { difference: short(difference) } : {}),
    ...(Number.isFinite(tolerance) ? { tolerance: short(tolerance) } : {}),
    isPlain: true,
  };
}

function short(value: unknown): string {
  return String(Number(Number(value).toPrecision(3)));
}
