import { describe, expect, it } from 'vitest';
import { createExpect } from './expect.ts';
import { limits } from './limits.ts';
import type { TestCase } from './messages.ts';
import { parseReport } from './parse-report.ts';
import { createTestRunner, formatName } from './test-runner.ts';

type Module = ReturnType<typeof createTestRunner>['module'];
type File = (vitest: Module) => unknown;

/** That of the sandbox. */
const assert = createExpect() as unknown as typeof expect;

type Fail = (message: string) => never;
const fail: Fail = (message) => {
  throw new Error(message);
};

/** Runs the files; timers fire at once if `fast`. */
async function runFiles(files: Record<string, File>, fast = false) {
  const events: TestCase[] = [];
  const found: number[] = [];
  let limitCount = 0;
  let clock = 0;
  const runner = createTestRunner({
    expect,
    onFound: (count) => found.push(count),
    onTest: (test) => events.push(test),
    onLimit: () => {
      limitCount += 1;
    },
    setTimeout: (callback, ms) => setTimeout(callback, fast ? 1 : ms),
    clearTimeout: clearTimeout as (timer: never) => void,
    now: () => {
      clock += 5;
      return clock;
    },
  });
  for (const [path, file] of Object.entries(files)) {
    await runner.collect(path, async () => {
      await file(runner.module);
    });
  }
  await runner.run();
  const ended = events.filter(
    ({ status }) => status !== 'idle' && status !== 'running',
  );
  return {
    events,
    found,
    limitCount,
    ended,
    /** `block > name: status`, in the order of the ends. */
    summary: ended.map(
      ({ blocks, name, status }) =>
        `${[...blocks, name].join(' > ')}: ${status}`,
    ),
    messages: ended.flatMap(({ errors }) => errors.map((e) => e.message)),
  };
}

const runFile = (file: File, fast?: boolean) =>
  runFiles({ '/a.ts': file }, fast);

describe('a test run', () => {
  it('announces all tests, then runs them in order', async () => {
    const { events, found } = await runFile(({ describe, it, test }) => {
      it('first', () => {});
      describe('outer', () => {
        test('second', async () => {
          await null;
        });
        describe('inner', () => {
          it('third', () => fail('no'));
        });
        it('fourth', () => {});
      });
    });
    expect(found).toEqual([4]);
    expect(
      events.map(({ name, status, blocks }) => [name, status, ...blocks]),
    ).toEqual([
      ['first', 'idle'],
      ['second', 'idle', 'outer'],
      ['third', 'idle', 'outer', 'inner'],
      ['fourth', 'idle', 'outer'],
      ['first', 'running'],
      ['first', 'pass'],
      ['second', 'running', 'outer'],
      ['second', 'pass', 'outer'],
      ['third', 'running', 'outer', 'inner'],
      ['third', 'fail', 'outer', 'inner'],
      ['fourth', 'running', 'outer'],
      ['fourth', 'pass', 'outer'],
    ]);
    expect(events.every(({ path }) => path === '/a.ts')).toBe(true);
    expect(events[5]?.duration).toBe(5);
  });

  it('makes only reports that the trusted side accepts', async () => {
    const { events } = await runFile(({ describe, it }) => {
      const long = 'n'.repeat(50_000);
      describe(long, () => {
        it(long, () => expect({ [long]: long }).toEqual(1));
        it.each([[long]])('%s', () => fail(long));
      });
    });
    expect(events).toHaveLength(6);
    for (const test of events) {
      expect(parseReport({ type: 'test', test })).toMatchObject({
        test: { status: test.status },
      });
    }
  });

  it('takes names that are no strings', async () => {
    function entropy() {}
    const { summary } = await runFile(({ describe, it }) => {
      describe(entropy, () => it(5, () => {}));
    });
    expect(summary).toEqual(['entropy > 5: pass']);
  });

  it('keeps tests of the same name apart', async () => {
    const { summary } = await runFiles({
      '/a.ts': ({ describe, it }) => {
        it('same', () => fail('first'));
        it('same', () => {});
        describe('block', () => it('same', () => {}));
        describe('block', () => it('same', () => {}));
        it.each([1, 2])('each', () => {});
      },
      '/b.ts': ({ it }) => it('same', () => {}),
    });
    expect(summary).toEqual([
      'same: fail',
      'same (2): pass',
      'block > same: pass',
      'block > same (2): pass',
      'each: pass',
      'each (2): pass',
      'same: pass',
    ]);
  });

  it('says once that there are too many tests', async () => {
    const { found, limitCount } = await runFile(({ it }) => {
      for (let i = 0; i < limits.testCases + 5; i += 1) {
        it(`test ${i}`, () => {});
      }
    });
    expect(found).toEqual([limits.testCases]);
    expect(limitCount).toBe(1);
  });
});

describe('hooks', () => {
  it('run around every test, outer ones outside', async () => {
    const log: string[] = [];
    const note = (text: string) => () => void log.push(text);
    await runFile((t) => {
      t.beforeAll(note('beforeAll'));
      t.afterAll(note('afterAll 1'));
      t.afterAll(note('afterAll 2'));
      t.beforeEach(note(' before 1'));
      t.beforeEach(note(' before 2'));
      t.afterEach(note(' after 1'));
      t.afterEach(note(' after 2'));
      t.it('a', note('  test a'));
      t.describe('block', () => {
        t.beforeAll(note(' block beforeAll'));
        t.afterAll(note(' block afterAll'));
        t.beforeEach(note('  block before'));
        t.afterEach(note('  block after'));
        t.it('b', note('   test b'));
      });
    });
    expect(log).toEqual([
      'beforeAll',
      ' before 1',
      ' before 2',
      '  test a',
      ' after 2',
      ' after 1',
      ' block beforeAll',
      ' before 1',
      ' before 2',
      '  block before',
      '   test b',
      '  block after',
      ' after 2',
      ' after 1',
      ' block afterAll',
      'afterAll 2',
      'afterAll 1',
    ]);
  });

  it('are awaited', async () => {
    const log: number[] = [];
    await runFile(({ beforeAll, beforeEach, it }) => {
      beforeAll(async () => {
        await null;
        log.push(1);
      });
      beforeEach(() => Promise.resolve().then(() => log.push(2)));
      it('t', () => void log.push(3));
    });
    expect(log).toEqual([1, 2, 3]);
  });

  it('of one file do not run in another', async () => {
    const log: string[] = [];
    await runFiles({
      '/a.ts': ({ beforeEach, afterAll, it }) => {
        beforeEach(() => void log.push('hook of a'));
        afterAll(() => void log.push('end of a'));
        it('a', () => void log.push('a'));
      },
      '/b.ts': ({ it }) => it('b', () => void log.push('b')),
    });
    expect(log).toEqual(['hook of a', 'a', 'end of a', 'b']);
  });

  it('of a block without tests to run do not run', async () => {
    const log: string[] = [];
    await runFile(({ describe, beforeAll, afterAll, it }) => {
      describe('block', () => {
        beforeAll(() => void log.push('beforeAll'));
        afterAll(() => void log.push('afterAll'));
        it.skip('t', () => {});
      });
    });
    expect(log).toEqual([]);
  });

  it('that fail before a test fail it without running it', async () => {
    const log: string[] = [];
    const { summary, messages } = await runFile((t) => {
      t.beforeEach(() => fail('set-up'));
      t.afterEach(() => void log.push('after'));
      t.it('t', () => void log.push('test'));
    });
    expect(summary).toEqual(['t: fail']);
    expect(messages).toEqual(['set-up']);
    expect(log).toEqual(['after']);
  });

  it('that fail after a test fail it, beside its own error', async () => {
    const { ended } = await runFile(({ afterEach, it }) => {
      afterEach(() => fail('tear-down'));
      it('a', () => {});
      it('b', () => fail('own'));
    });
    expect(ended.map(({ errors }) => errors.map((e) => e.message))).toEqual([
      ['tear-down'],
      ['own', 'tear-down'],
    ]);
  });

  it('that fail before all fail every test of the block', async () => {
    const { summary, messages } = await runFile((t) => {
      t.describe('block', () => {
        t.beforeAll(() => fail('no data'));
        t.it('a', () => {});
        t.describe('inner', () => t.it('b', () => {}));
      });
      t.it('c', () => {});
    });
    expect(summary).toEqual([
      'block > a: fail',
      'block > inner > b: fail',
      'c: pass',
    ]);
    expect(messages).toEqual(['no data', 'no data']);
  });

  it('that fail after all are reported and stop nothing', async () => {
    const log: string[] = [];
    const { summary, messages, ended } = await runFiles({
      '/a.ts': (t) => {
        t.describe('block', () => {
          t.afterAll(() => void log.push('the other hook'));
          t.afterAll(() => fail('leak'));
          t.it('a', () => {});
        });
        t.it('b', () => {});
      },
      '/b.ts': ({ it }) => it('c', () => {}),
    });
    expect(summary).toEqual([
      'block > a: pass',
      'block > afterAll: fail',
      'b: pass',
      'c: pass',
    ]);
    expect(messages).toEqual(['leak']);
    expect(ended[1]?.path).toBe('/a.ts');
    expect(log).toEqual(['the other hook']);
  });

  it('that never end time out', async () => {
    const { summary, messages } = await runFile((t) => {
      const never = () => new Promise(() => {});
      t.describe('x', () => {
        t.beforeAll(never);
        t.it('a', () => {});
      });
      t.describe('y', () => {
        t.afterAll(never);
        t.it('b', () => {});
      });
    }, true);
    expect(summary).toEqual([
      'x > a: fail',
      'y > b: pass',
      'y > afterAll: fail',
    ]);
    expect(messages).toEqual([
      'beforeAll timed out in 5000 ms',
      'afterAll timed out in 5000 ms',
    ]);
  });
});

describe('a failing test', () => {
  it('shows the expected and the received value', async () => {
    const { ended } = await runFile(({ it }) => {
      it('toBe', () => assert(1 + 1).toBe(3));
      it('toEqual', () => assert({ a: [1] }).toEqual({ a: [2] }));
      it('toBeCloseTo', () => assert(0.1).toBeCloseTo(0.2));
      it('thrown', () => fail('plain'));
      it('toBeLessThan', () => assert(2).toBeLessThan(1));
      it('toHaveLength', () => assert([1, 2]).toHaveLength(3));
      it('not', () => assert({ a: 1 }).not.toEqual({ a: 1 }));
      it('toContain', () => assert([1]).toContain(2));
      it('not close', () => assert(1).not.toBeCloseTo(1));
    });
    expect(
      ended.map(({ errors: [error] }) => [
        error?.expected,
        error?.received,
        error?.isPlain,
      ]),
    ).toEqual([
      ['3', '2', true],
      ['{ a: [2] }', '{ a: [1] }', true],
      ['0.2', '0.1', true],
      [undefined, undefined, undefined],
      ['< 1', '2', true],
      ['length 3', 'length 2', true],
      ['≠ { a: 1 }', '{ a: 1 }', true],
      [undefined, undefined, undefined],
      ['1', '1', undefined],
    ]);
    expect(ended[0]?.errors[0]?.message).toContain('expected 2 to be 3');
  });

  it('tells how far numbers are apart, and how far they may be', async () => {
    const { ended } = await runFile(({ it }) => {
      it('a', () => assert(0).toBeCloseTo(47, 12));
      it('b', () => assert(0.1).toBeCloseTo(0.2));
      it('c', () => assert(Number.NaN).toBeCloseTo(0.2));
    });
    expect(
      ended.map(({ errors: [error] }) => [error?.difference, error?.tolerance]),
    ).toEqual([
      ['47', '5e-13'],
      ['0.1', '0.005'],
      [undefined, '0.005'],
    ]);
  });

  it('survives forged signs', async () => {
    const { ended } = await runFile(({ it }) => {
      it('a', () => {
        const signs = { expected: 'x'.repeat(1e6), difference: 'y' };
        throw Object.assign(new Error('e'), { expected: 1, actual: 2, signs });
      });
    });
    expect(ended[0]?.errors[0]?.expected?.length).toBeLessThan(100);
    expect(ended[0]?.errors[0]).not.toHaveProperty('difference');
  });

  it.each<[string, unknown, string, string]>([
    ['a string', 'text', 'Uncaught', 'text'],
    ['an empty string', '', 'Uncaught', '""'],
    ['null', null, 'Uncaught', 'null'],
    ['undefined', undefined, 'Uncaught', 'undefined'],
    ['an object', { code: 1 }, 'Uncaught', '{ code: 1 }'],
    ['a TypeError', new TypeError('bad'), 'TypeError', 'bad'],
  ])('may throw %s', async (_, thrown, name, message) => {
    const { ended, summary } = await runFile(({ it }) => {
      it('sync', () => {
        throw thrown;
      });
      it('async', () => Promise.reject(thrown));
      it('next', () => {});
    });
    expect(summary).toEqual(['sync: fail', 'async: fail', 'next: pass']);
    for (const { errors } of ended.slice(0, 2)) {
      expect(errors).toMatchObject([{ name, message }]);
    }
  });

  it('may throw what cannot be looked at', async () => {
    const trap = () => fail('trap');
    const { summary } = await runFile(({ it }) => {
      it('a', () => {
        throw new Proxy(new Error('x'), {
          get: trap,
          has: trap,
          getPrototypeOf: trap,
        });
      });
      it('b', () => {
        const error = new Error('x');
        Object.defineProperty(error, 'actual', { get: trap });
        throw Object.assign(error, { expected: 1 });
      });
      it('c', () => {});
    });
    expect(summary).toEqual(['a: fail', 'b: fail', 'c: pass']);
  });

  it('times out, by its own limit or the common one', async () => {
    const { summary, messages } = await runFile(({ it }) => {
      const never = () => new Promise<void>(() => {});
      it('common', never);
      it('own', never, 250);
      it('capped', never, 1e9);
      it.each([1])('each', never, 100);
    }, true);
    expect(summary).toEqual([
      'common: fail',
      'own: fail',
      'capped: fail',
      'each: fail',
    ]);
    expect(messages).toEqual([
      'Test timed out in 5000 ms',
      'Test timed out in 250 ms',
      'Test timed out in 15000 ms',
      'Test timed out in 100 ms',
    ]);
  });
});

describe('a file that fails to load', () => {
  it('is a failed test of its name and hides no other file', async () => {
    const { summary, messages, ended } = await runFiles({
      '/a.ts': ({ it }) => it('a', () => {}),
      '/broken.ts': ({ describe, it }) => {
        it('before', () => {});
        describe('block', () => fail('while collecting'));
      },
      '/c.ts': ({ it }) => it('c', () => {}),
    });
    expect(summary).toEqual([
      'a: pass',
      'before: pass',
      '/broken.ts: fail',
      'c: pass',
    ]);
    expect(messages).toEqual(['while collecting']);
    expect(ended[2]?.path).toBe('/broken.ts');
  });

  it('fails in spite of skipped or focused tests', async () => {
    const { summary } = await runFile(({ it }) => {
      it.only('focused', () => {});
      fail('broken');
    });
    expect(summary).toEqual(['focused: pass', '/a.ts: fail']);
  });

  it('does not wait for ever', async () => {
    const { summary, messages } = await runFiles(
      {
        '/a.ts': () => new Promise(() => {}),
        '/b.ts': ({ it }) => it('b', () => {}),
      },
      true,
    );
    expect(summary).toEqual(['/a.ts: fail', 'b: pass']);
    expect(messages).toEqual(['Loading timed out in 15000 ms']);
  });
});

describe('modes', () => {
  it('skip', async () => {
    const { summary } = await runFile(({ describe, it }) => {
      it.skip('a', () => fail('ran'));
      it('b', () => {});
      describe.skip('block', () => {
        it('c', () => fail('ran'));
        it.only('d', () => fail('ran'));
      });
      it.skipIf(true)('e', () => fail('ran'));
      it.skipIf(false)('f', () => {});
      it.runIf(false)('g', () => fail('ran'));
    });
    expect(summary.filter((line) => line.endsWith('skip'))).toEqual([
      'a: skip',
      'b: skip',
      'block > c: skip',
      'block > d: skip',
      'e: skip',
      'f: skip',
      'g: skip',
    ]);
  });

  it('only, within the file', async () => {
    const { summary } = await runFiles({
      '/a.ts': ({ describe, it }) => {
        it('a', () => fail('ran'));
        it.only('b', () => {});
        describe.only('block', () => {
          it('c', () => {});
          it.skip('d', () => fail('ran'));
        });
        describe('other', () => it.only.each([1, 2])('e%i', () => {}));
      },
      '/b.ts': ({ it }) => it('f', () => {}),
    });
    expect(summary).toEqual([
      'a: skip',
      'b: pass',
      'block > c: pass',
      'block > d: skip',
      'other > e1: pass',
      'other > e2: pass',
      'f: pass',
    ]);
  });

  it('todo, with the word or without a body', async () => {
    const { summary } = await runFile(({ it }) => {
      it.todo('a');
      it('b');
      it('c', () => {});
    });
    expect(summary).toEqual(['a: skip', 'b: skip', 'c: pass']);
  });
});

describe('each', () => {
  it('spreads rows that are arrays, passes others whole', async () => {
    const seen: unknown[][] = [];
    const note = (...values: unknown[]) => void seen.push(values);
    const { summary } = await runFile(({ describe, it }) => {
      it.each([
        [1, 'a'],
        [2, 'b'],
      ])('%i is %s', note);
      it.each([{ n: 3 }])('n is $n', note);
      it.each([[[4]]])('a list %j', note);
      describe.each([5])('block %i', (n) => it('t', () => note(n)));
    });
    expect(summary).toEqual([
      '1 is a: pass',
      '2 is b: pass',
      'n is 3: pass',
      'a list [4]: pass',
      'block 5 > t: pass',
    ]);
    expect(seen).toEqual([[1, 'a'], [2, 'b'], [{ n: 3 }], [[4]], [5]]);
  });

  it('says that it does not take template tables', async () => {
    const { messages } = await runFile(({ it }) => {
      (it.each as unknown as (...values: unknown[]) => Fail)`a | b`('x');
    });
    expect(messages).toEqual([
      'each takes an array of rows; the template form is not supported',
    ]);
  });
});

describe('formatName', () => {
  it.each<[string, unknown[], string]>([
    ['%s and %s', ['a', 1], 'a and 1'],
    ['%d %f', ['2.5', 0.1], '2.5 0.1'],
    ['%i', [-2.7], '-2'],
    ['%j', [{ a: ['x', null] }], '{"a":["x",null]}'],
    ['%j', [[[1, 2]]], '[[1,2]]'],
    ['%o', [{ a: 1 }], '{ a: 1 }'],
    ['%s', [null], 'null'],
    ['%s', [Symbol('q')], 'Symbol(q)'],
    ['%s', [[1, 2]], '[1, 2]'],
    ['no. %# of %$', [], 'no. 7 of 8'],
    ['100%%', [], '100%'],
    ['%s %s', ['one'], 'one %s'],
    ['%x', [1], '%x'],
    ['$a.b', [{ a: { b: 'deep' } }], 'deep'],
    ['doubles $a.', [{ a: 2 }], 'doubles 2.'],
    ['$name', [{ name: 'Ann' }], 'Ann'],
    ['$0 and $1', ['x', { y: 1 }], 'x and { y: 1 }'],
    ['costs $5', ['x'], 'costs $5'],
    ['$missing', [{ a: 1 }], '$missing'],
    ['$a.b.c', [{ a: 1 }], '$a.b.c'],
  ])('%s with %o', (template, values, text) => {
    expect(formatName(template, values, 7)).toBe(text);
  });

  it('survives values that JSON does not take', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(formatName('%j %j', [cycle, 1n], 0)).toBe('[[circular]] 1n');
  });
});
