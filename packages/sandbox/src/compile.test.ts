import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';

function pathsOf(files: Record<string, string>, ...entries: string[]) {
  const compiled = compile(files, entries);
  return compiled.ok ? Object.keys(compiled.modules).sort() : compiled.problem;
}

const BROKEN = 'const = ;';

describe('compile', () => {
  it('takes the entry and all it imports, and nothing else', () => {
    const files = {
      '/main.ts': "import { a } from './a';\nconsole.log(a);",
      '/a.ts': "export { b as a } from 'pack/b';",
      '/node_modules/pack/b.ts': "export * from './c.ts';",
      '/node_modules/pack/c.ts': 'export const b = 1;',
      '/unused.ts': 'export {};',
    };
    expect(pathsOf(files, '/main.ts')).toEqual([
      '/a.ts',
      '/main.ts',
      '/node_modules/pack/b.ts',
      '/node_modules/pack/c.ts',
    ]);
  });

  it('follows dynamic imports', () => {
    const files = {
      '/main.ts': "const { a } = await import('./a.ts');",
      '/a.ts': 'export const a = 1;',
    };
    expect(pathsOf(files, '/main.ts')).toEqual(['/a.ts', '/main.ts']);
  });

  it('ends on import cycles', () => {
    const files = {
      '/a.ts': "import './b.ts';",
      '/b.ts': "import './a.ts'; import './b.ts';",
    };
    expect(pathsOf(files, '/a.ts')).toEqual(['/a.ts', '/b.ts']);
  });

  it('takes several entries', () => {
    const files = { '/a.test.ts': '', '/b.test.ts': '', '/c.test.ts': BROKEN };
    expect(pathsOf(files, '/a.test.ts', '/b.test.ts')).toEqual([
      '/a.test.ts',
      '/b.test.ts',
    ]);
  });

  it('ignores a broken file that nothing imports', () => {
    const files = { '/main.ts': 'let a = 1;', '/main.test.ts': BROKEN };
    expect(pathsOf(files, '/main.ts')).toEqual(['/main.ts']);
  });

  it('ignores a broken file of which only types are imported', () => {
    const files = {
      '/main.ts': "import type { T } from './t.ts';\nlet a: T;",
      '/t.ts': BROKEN,
    };
    expect(pathsOf(files, '/main.ts')).toEqual(['/main.ts']);
  });

  it('reports a broken file at the end of a chain of imports', () => {
    const files = {
      '/main.ts': "import './a.ts';",
      '/a.ts': "import './lib';",
      '/lib/index.ts': `\n${BROKEN}`,
    };
    expect(pathsOf(files, '/main.ts')).toMatchObject({
      path: '/lib/index.ts',
      line: 2,
      column: 7,
    });
  });

  it('leaves imports that lead nowhere to the loader', () => {
    const files = { '/main.ts': "import 'react';\nimport './none';" };
    expect(pathsOf(files, '/main.ts')).toEqual(['/main.ts']);
    expect(pathsOf(files, '/missing.ts')).toEqual([]);
  });

  it('does not take names of Object.prototype for files', () => {
    const files = { '/main.ts': "import 'constructor';" };
    expect(pathsOf(files, '/main.ts', 'toString', '__proto__')).toEqual([
      '/main.ts',
    ]);
  });
});
