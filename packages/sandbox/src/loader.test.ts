import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import {
  createLoader,
  MissingExportError,
  MissingModuleError,
} from './loader.ts';
import { reportedError } from './reported-error.ts';
import { readerFrames } from './stack.ts';

interface World {
  builtins?: Record<string, unknown>;
  variables?: Record<string, unknown>;
  offered?: string[];
}

/** Runs `/main.ts`; what the program passes to `log` is returned. */
async function run(files: Record<string, string>, world: World = {}) {
  const compiled = compile(files, ['/main.ts']);
  if (!compiled.ok) {
    throw new Error(compiled.problem.message);
  }
  const logged: unknown[] = [];
  const loader = createLoader({
    modules: compiled.modules,
    builtins: world.builtins ?? {},
    variables: {
      log: (value: unknown) => void logged.push(value),
      ...world.variables,
    },
    offered: world.offered ?? [],
  });
  await loader.run('/main.ts');
  return logged;
}

const errorOf = (files: Record<string, string>, world?: World) =>
  run(files, world).then(
    () => {
      throw new Error('the program did not throw');
    },
    (error: Error) => error,
  );

describe('createLoader', () => {
  it('runs each module once, imports before the importer', async () => {
    const logged = await run({
      '/main.ts':
        "import { b } from './b.ts'; import { a } from './a';\n" +
        "log(['main', a, b.a === a]);",
      '/a.ts': "log('a'); export const a = { name: 'a' };",
      '/b.ts': "import { a } from './a.ts'; log('b'); export const b = { a };",
    });
    expect(logged).toEqual(['a', 'b', ['main', { name: 'a' }, true]]);
  });

  it('gives a cycle the exports made so far', async () => {
    const logged = await run({
      '/main.ts': "import { even } from './even.ts'; log(even(7));",
      '/even.ts':
        "import { odd } from './odd.ts';\n" +
        'export const even = (n: number): boolean => n === 0 || odd(n - 1);',
      '/odd.ts':
        "import { even } from './even.ts';\n" +
        'log(typeof even);\n' +
        'export const odd = (n: number): boolean => n !== 0 && even(n - 1);',
    });
    expect(logged).toEqual(['undefined', false]);
  });

  it('shares live bindings', async () => {
    const logged = await run({
      '/main.ts':
        "import { count, add } from './count.ts'; add(); add(); log(count);",
      '/count.ts':
        'export let count = 0; export function add() { count += 1; }',
    });
    expect(logged).toEqual([2]);
  });

  it('knows default, namespace, re-exported and JSON imports', async () => {
    const logged = await run({
      '/main.ts':
        "import one, * as all from './all.ts';\n" +
        "import data from './data.json';\n" +
        'log([one, all.two, all.default, data.n]);',
      '/all.ts': "export default 1; export * from './two.ts';",
      '/two.ts': 'export const two = 2; export default 0;',
      '/data.json': '{ "n": 3 }',
    });
    expect(logged).toEqual([[1, 2, 1, 3]]);
  });

  it('waits for the top-level await of the entry', async () => {
    const logged = await run({
      '/main.ts':
        'log(1); await null; log(2);\n' +
        "const { a } = await import('./a.ts'); log(a);",
      '/a.ts': 'export const a = 3;',
    });
    expect(logged).toEqual([1, 2, 3]);
  });

  it('rejects with what the program throws late', async () => {
    const error = await errorOf({
      '/main.ts': "await null;\nthrow new RangeError('late');",
    });
    expect(error).toBeInstanceOf(RangeError);
  });

  it('prefers built-in modules and hands out variables', async () => {
    const logged = await run(
      {
        '/main.ts': "import { plot } from 'plot'; log([plot, answer]);",
        '/node_modules/plot.ts': "export const plot = 'file';",
      },
      { builtins: { plot: { plot: 'built in' } }, variables: { answer: 42 } },
    );
    expect(logged).toEqual([['built in', 42]]);
  });

  it('says which module is missing, where, and what there is', async () => {
    const error = await errorOf(
      {
        '/main.ts': "import './lib/a.ts';",
        '/lib/a.ts': "\nimport { useState } from 'react';\nlog(useState);",
      },
      { builtins: { plot: {} }, offered: ['@scope/pack'] },
    );
    expect(error).toBeInstanceOf(MissingModuleError);
    expect(error.message).toBe(
      "Cannot find module 'react' imported by /lib/a.ts. " +
        'Available: plot, @scope/pack',
    );
    expect(readerFrames(error.stack)[0]).toMatchObject({
      path: '/lib/a.ts',
      line: 2,
    });
  });

  const library = {
    '/lib.ts':
      'export const kMeans = () => 1; export function kMeansSteps() {}\n' +
      'export let later: number; export const set = () => { later = 1; };\n' +
      'export type Matrix = number[]; export default 5;',
  };

  it.each<[string, string, string]>([
    [
      "import { kMeanz } from './lib'; kMeanz();",
      'kMeanz',
      'Did you mean kMeans',
    ],
    ["import { KMEANS as k } from './lib'; log(k);", 'KMEANS', 'kMeans?'],
    ["import { tree } from './lib'; log(tree);", 'tree', 'It exports: '],
    ["import { plt } from 'plot'; log(plt);", 'plt', 'Did you mean plot?'],
    ["import x from './none'; log(x);", 'default', 'It exports: a'],
  ])('says at %s which export is missing', async (code, name, help) => {
    const error = await errorOf(
      {
        ...library,
        '/none.ts': 'export const a = 1;',
        '/main.ts': `\n${code}`,
      },
      { builtins: { plot: { plot: {} } } },
    );
    expect(error).toBeInstanceOf(MissingExportError);
    expect(error.message).toContain(`exports no ${name}. `);
    expect(error.message).toContain(help);
    expect(reportedError(error)).toMatchObject({
      kind: 'module',
      frames: [{ path: '/main.ts', line: 2 }],
      missingExport: { name },
    });
  });

  it.each([
    "import { later, set } from './lib'; set(); log(later);",
    "import { Matrix, kMeans } from './lib'; const m: Matrix = []; kMeans(); log(m);",
    "import * as all from './lib'; log(all.nothing);",
    "import { type Matrix, kMeans } from './lib'; log(kMeans());",
    "import { Matrix } from './lib'; export { Matrix };",
    "import data, { n } from './data.json'; log([data, n]);",
    "import { kMeans } from './again'; log(kMeans());",
    "export { kMeans } from './lib'; log(1);",
    "import { default as five } from './lib'; log(five);",
  ])('takes %s', async (code) => {
    await run({
      ...library,
      '/again.ts': "export * from './lib';",
      '/data.json': '{ "n": 3 }',
      '/main.ts': code,
    });
  });

  it('refuses a dynamic import of an address in the same words', async () => {
    const error = await errorOf({
      '/main.ts': "await import('https://example.org/a.js');",
    });
    expect(error.message).toContain(
      "Cannot find module 'https://example.org/a.js' imported by /main.ts",
    );
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'does not find %s on Object.prototype',
    async (name) => {
      const error = await errorOf({ '/main.ts': `import '${name}';` });
      expect(error).toBeInstanceOf(MissingModuleError);
    },
  );

  it('says which program is missing', async () => {
    const loader = createLoader({ modules: {}, builtins: {}, offered: [] });
    await expect(loader.run('/main.ts')).rejects.toThrow(
      'Cannot find the program /main.ts',
    );
  });

  it('fails again when a module that threw is asked for again', async () => {
    const logged = await run({
      '/main.ts':
        "for (const i of [1, 2]) await import('./a.ts').catch((e) => log(e));",
      '/a.ts': "export const a = 1; throw 'broken';",
    });
    expect(logged).toEqual(['broken', 'broken']);
  });
});

describe('errors of a loaded program', () => {
  it('name file, line, column and function, innermost first', async () => {
    const error = await errorOf({
      '/main.ts':
        "import { Tree } from './tree.ts';\n" +
        'interface Options {\n  depth: number;\n}\n' +
        'function grow(options: Options) {\n' +
        '  new Tree(options.depth);\n' +
        '}\n' +
        '\n' +
        'grow({ depth: 3 });\n',
      '/tree.ts':
        'export class Tree {\n' +
        '  constructor(depth: number) {\n' +
        '    split(depth);\n' +
        '  }\n' +
        '}\n' +
        'type Depth = number;\n' +
        'function split(depth: Depth): never {\n' +
        "  throw new Error('no split');\n" +
        '}\n',
    });
    const frames = readerFrames(error.stack);
    expect(frames.map(({ path, line }) => `${path}:${line}`)).toEqual([
      '/tree.ts:8',
      '/tree.ts:3',
      '/main.ts:6',
      '/main.ts:9',
    ]);
    expect(frames[0]).toMatchObject({ column: 9, functionName: 'split' });
    expect(frames[2]?.functionName).toBe('grow');
  });

  it('keep their line after an await', async () => {
    const error = await errorOf({
      '/main.ts':
        'const wait = async (n: number) => {\n' +
        '  await null;\n' +
        '  (undefined as any).x;\n' +
        '};\n' +
        'await wait(1);\n',
    });
    const lines = readerFrames(error.stack).map((frame) => frame.line);
    expect(lines).toEqual([3, 5]);
  });

  it('name the file of an error that only the engine finds', async () => {
    const error = await errorOf({
      '/main.ts': "import './twice.ts';",
      '/twice.ts': 'let a = 1;\nlet a = 2;',
    });
    const report = reportedError(error);
    expect(report.kind).toBe('syntax');
    expect(report.name).toBe('SyntaxError');
    expect(report.message).toMatch(/already been declared.*\/twice\.ts/);
    expect(report.frames).toEqual([]);
  });

  it('name the imported file that awaits at its top level', async () => {
    const error = await errorOf({
      '/main.ts': "import './late.ts';",
      '/late.ts': 'await null;',
    });
    expect(reportedError(error)).toMatchObject({ kind: 'syntax' });
    expect(error).toMatchObject({ path: '/late.ts' });
  });

  it('keep the place of a SyntaxError that the program itself meets', async () => {
    const error = await errorOf({ '/main.ts': "\nJSON.parse('{');" });
    expect(reportedError(error)).toMatchObject({
      kind: 'runtime',
      name: 'SyntaxError',
      frames: [{ path: '/main.ts', line: 2 }],
    });
  });
});
