import { loadPyodide } from 'pyodide';
import { beforeAll, describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import type { Command, Report } from './messages.ts';
import { parseReport } from './parse-report.ts';
import { preparePython, pythonStreams, runPython } from './python-session.ts';

type Run = Extract<Command, { type: 'run' }>;

let reports: Report[] = [];
let pyodide: Awaited<ReturnType<typeof loadPyodide>>;

// One interpreter for all: starting one takes seconds. Each run gets its own
// modules, so that nothing is left of the run before.
beforeAll(async () => {
  const outbox = {
    report: (report: Report) => void reports.push(report),
    line: (line: never) =>
      void reports.push({ type: 'console', lines: [line] }),
    frame: (frame: never) =>
      void reports.push({ type: 'plot', frames: [frame] }),
  };
  pyodide = await loadPyodide(pythonStreams(outbox));
  preparePython(pyodide, outbox);
}, 180_000);

function run(
  files: Record<string, string>,
  mode: Run['mode'] = 'program',
  entries = ['/main.py'],
): Report[] {
  reports = [];
  const modules = files;
  runPython(pyodide, { type: 'run', mode, modules, entries, offered: [] });
  pyodide.runPython(
    'for name in [n for n, m in sys.modules.items()\n' +
      "             if (getattr(m, '__file__', None) or '').startswith('/lab')]:\n" +
      '    del sys.modules[name]',
  );
  // What the trusted side would not accept is no report.
  return reports.map((report) => {
    expect(parseReport(report)).toEqual(report);
    return report;
  });
}

const program = (code: string) => run({ '/main.py': code });

function linesOf(all: Report[]): string[] {
  return all.flatMap((report) =>
    report.type === 'console'
      ? report.lines.map(({ method, text }) => `${method}: ${text}`)
      : [],
  );
}

function errorOf(all: Report[]) {
  const found = all.find((report) => report.type === 'error');
  return found?.type === 'error' ? found.error : undefined;
}

describe('a Python program', () => {
  it('prints lines, also an unfinished one, and errors apart', () => {
    const lines = linesOf(
      program(
        'import sys\nprint("a", 1)\nprint()\nprint("%s")\n' +
          'print("oh", file=sys.stderr)\nprint("end", end="")\n',
      ),
    );
    expect(lines).toEqual([
      'log: a 1',
      'log: ',
      'log: %s',
      'error: oh',
      'log: end',
    ]);
  });

  it('imports its own files, and dataclasses of its own', () => {
    const main =
      'from dataclasses import dataclass\nfrom other import two\n' +
      '@dataclass\nclass A:\n    n: int\nprint(A(two()), __name__)\n';
    const other = 'def two():\n    return 2\n';
    const all = run({ '/main.py': main, '/other.py': other });
    expect(linesOf(all)).toEqual(['log: A(n=2) __main__']);
  });

  it('names file, line and column of an error, innermost first', () => {
    const other = 'def pick(items, i):\n    return items[i]\n';
    const main = 'from other import pick\n\npick([1], 3)\n';
    const error = errorOf(run({ '/main.py': main, '/other.py': other }));
    expect(error).toMatchObject({
      kind: 'runtime',
      name: 'IndexError',
      message: 'list index out of range',
    });
    expect(error?.frames).toEqual([
      { path: '/other.py', line: 2, column: 12, functionName: 'pick' },
      { path: '/main.py', line: 3, column: 1, functionName: '<module>' },
    ]);
  });

  it('names the place of a syntax error, in an imported file too', () => {
    expect(errorOf(program('x = 1\ny = (\n'))).toMatchObject({
      kind: 'syntax',
      message: "'(' was never closed",
      frames: [{ path: '/main.py', line: 2, column: 5 }],
    });
    const files = { '/main.py': 'import other', '/other.py': 'if True\n  1' };
    expect(errorOf(run(files))).toMatchObject({
      kind: 'syntax',
      frames: [{ path: '/other.py', line: 1 }],
    });
  });

  it('says in a line which module is not there', () => {
    const error = errorOf(program('import numpy\n'));
    expect(error?.kind).toBe('module');
    expect(error?.message).toBe("No module named 'numpy'");
    expect(error?.frames[0]).toMatchObject({ path: '/main.py', line: 1 });
  });

  it('may exit, and may fail by exiting', () => {
    expect(errorOf(program('import sys\nsys.exit()\n'))).toBeUndefined();
    expect(errorOf(program('import sys\nsys.exit("no")\n'))).toMatchObject({
      name: 'SystemExit',
      message: 'no',
    });
  });

  it('reads an empty input', () => {
    expect(errorOf(program('input()\n'))?.name).toBe('EOFError');
  });

  it('is told of endless recursion', () => {
    const error = errorOf(program('def f():\n    return f()\nf()\n'));
    expect(error?.name).toBe('RecursionError');
    expect(error?.frames[0]?.path).toBe('/main.py');
  });

  it('is told that there is not so much memory', () => {
    const error = errorOf(program("print('before')\nrow = [0] * 2**30\n"));
    expect(error?.name).toBe('MemoryError');
    expect(error?.frames[0]).toMatchObject({ path: '/main.py', line: 2 });
  });
});

describe('plot', () => {
  it('records frames in the words of the TypeScript functions', () => {
    const all = program(
      'import plot\n' +
        'plot.scatter("a", points=[(0, 1), [2, 3.5]], labels=range(2),\n' +
        '             x_label="x", caption=None)\n' +
        'plot.line("b", series=[{"name": "n", "points": zip([1], [2])}],\n' +
        '          y_scale="log", dots=True)\n',
    );
    expect(all).toEqual([
      {
        type: 'plot',
        frames: [
          {
            kind: 'scatter',
            name: 'a',
            data: {
              points: [
                [0, 1],
                [2, 3.5],
              ],
              labels: [0, 1],
              xLabel: 'x',
            },
          },
        ],
      },
      {
        type: 'plot',
        frames: [
          {
            kind: 'line',
            name: 'b',
            data: {
              series: [{ name: 'n', points: [[1, 2]] }],
              yScale: 'log',
              dots: true,
            },
          },
        ],
      },
    ]);
  });

  it.each([
    [
      'plot.line("b", series={1, 2})',
      "plot.line('b').series is a set: use a list",
    ],
    ['plot.bars("b", labels=[print])', "plot.bars('b').labels[0] is a builtin"],
    ['plot.line("", series=[])', "the first argument is the figure's name"],
    ['a = []\na.append(a)\nplot.line("b", series=a)', 'nested deeper than'],
  ])('refuses %s in the line that calls it', (code, message) => {
    const error = errorOf(program(`import plot\n${code}\n`));
    expect(error?.name).toBe('TypeError');
    expect(error?.message).toContain(message);
    expect(error?.frames[0]?.line).toBe(1 + code.split('\n').length);
  });
});

describe('unittest', () => {
  const code = `import unittest

class Sums(unittest.TestCase):
    def test_right(self):
        self.assertEqual(1 + 1, 2)

    def test_wrong(self):
        self.assertEqual(1 + 1, 3)

    def test_broken(self):
        {}["a"]

    def test_parts(self):
        for n in range(3):
            with self.subTest(n=n):
                self.assertNotEqual(n, 1)

    @unittest.skip("later")
    def test_later(self):
        pass
`;

  it('reports each test as it waits, runs and ends', () => {
    const all = run({ '/test_a.py': code }, 'tests', ['/test_a.py']);
    const tests = all.flatMap((r) => (r.type === 'test' ? [r.test] : []));
    const ends = Object.fromEntries(tests.map((test) => [test.name, test]));
    expect(all[0]).toEqual({ type: 'tests-found', count: 5 });
    expect(
      Object.values(ends)
        .map(({ name, status }) => `${name} ${status}`)
        .sort(),
    ).toEqual([
      'test_broken fail',
      'test_later skip',
      'test_parts fail',
      'test_right pass',
      'test_wrong fail',
    ]);
    expect(
      tests.filter(({ name }) => name === 'test_right').map((t) => t.status),
    ).toEqual(['idle', 'running', 'pass']);
    expect(ends['test_wrong']).toMatchObject({
      path: '/test_a.py',
      blocks: ['Sums'],
      errors: [
        {
          name: 'AssertionError',
          message: '2 != 3',
          frames: [{ path: '/test_a.py', line: 8 }],
        },
      ],
    });
    expect(ends['test_parts']?.errors).toHaveLength(1);
    expect(ends['test_parts']?.errors[0]?.message).toContain('(n=1)');
  });

  it('reports a test file that does not load, and runs the others', () => {
    const files = { '/test_a.py': 'import nowhere\n', '/test_b.py': code };
    const all = run(files, 'tests', ['/test_a.py', '/test_b.py']);
    expect(errorOf(all)).toMatchObject({ kind: 'module' });
    expect(all).toContainEqual({ type: 'tests-found', count: 5 });
  });

  it('runs no more tests than the limit', () => {
    const many =
      'import unittest\nclass Many(unittest.TestCase):\n    pass\n' +
      `for n in range(${limits.testCases + 5}):\n` +
      '    setattr(Many, f"test_{n}", lambda self: None)\n';
    const all = run({ '/test_a.py': many }, 'tests', ['/test_a.py']);
    expect(all).toContainEqual({ type: 'limit', limit: 'testCases' });
    expect(all).toContainEqual({
      type: 'tests-found',
      count: limits.testCases,
    });
  });
});
