import { describe, expect, it } from 'vitest';
import { transpile } from './transpile.ts';

function codeOf(source: string, path = '/a.ts'): string {
  const result = transpile(path, source);
  if (!result.ok) {
    throw new Error(result.problem.message);
  }
  return result.code;
}

function exportsOf(source: string): Record<string, unknown> {
  const exports = {};
  new Function('exports', 'require', codeOf(source))(exports, () => ({}));
  return exports;
}

const tangled = `import type { Point } from './point.ts';
interface Shape<
  T extends readonly unknown[] = readonly [number, number],
> {
  corners: T;
  name?: string;
}
type Sum = 'x' | \`y\${number}\`;

export const table = {
  a: [1, 2],
} as const satisfies Record<string, readonly number[]>;
export function first<T,>(items: readonly T[]): T | undefined {
  return items[0] as T | undefined;
}
abstract class Base<T> {
  protected readonly at = 'line 17';
  declare ghost: string;
  constructor(value: T);
  constructor(value: T, other?: Sum) {
    void value; void other;
  }
  abstract area(): number;
}
export class Square extends Base<Point> implements Shape {
  corners!: readonly [number, number];
  static #count = 0;
  side: number = 2;
  area(this: Square): number {
    return ((Square.#count += 1), this.side! ** 2);
  }
}
export const angle = <number>(<unknown>3) < 4 && 5 > 2;
export const text = \`a
\${first<string>(['b'])}
c\`; export const after = 'line 36';
export let optional: number | null = table?.a[1] ?? null;
declare module './nowhere.ts' {
  const x: number;
}
export async function* steps(): AsyncGenerator<number, void, undefined> {
  yield 'line 42'.length;
}
`;

describe('transpile', () => {
  it('removes the types and keeps the behaviour', () => {
    const exports = exportsOf(tangled);
    const Square = exports['Square'] as new () => { area(): number };
    expect(exports['table']).toEqual({ a: [1, 2] });
    expect((exports['first'] as (items: string[]) => string)(['z'])).toBe('z');
    expect(new Square().area()).toBe(4);
    expect(exports['text']).toBe('a\nb\nc');
    expect(exports['angle']).toBe(true);
    expect(exports['optional']).toBe(2);
  });

  it('keeps every line where it was', () => {
    const lines = codeOf(tangled).split('\n');
    expect(lines).toHaveLength(tangled.split('\n').length);
    expect(lines[16]).toContain("at = 'line 17'");
    expect(lines[29]).toContain('this.side ** 2');
    expect(lines[35]).toContain("after = 'line 36'");
    expect(lines[41]).toContain("yield 'line 42'");
  });

  it('forgets imports of types and of names used only as types', () => {
    const code = codeOf(
      "import type { A } from './a.ts';\n" +
        "import { type B, C } from './b.ts';\n" +
        "import { d } from './d.ts';\n" +
        'const c: C | A | B = d;\n',
    );
    expect(code).not.toContain('a.ts');
    expect(code).not.toContain('b.ts');
    expect(code).toContain("require('./d.ts')");
  });

  it('runs an enum', () => {
    expect(
      exportsOf(
        "enum E { A, B = 'b' }\nexport const values = [E.A, E.B, E[0]]",
      ),
    ).toEqual({ values: [0, 'b', 'A'] });
  });

  it('sends a dynamic import through require', () => {
    const code = codeOf("\nconst later = () => import('./b.ts');\n");
    expect(code.split('\n')[1]).toMatch(/require\('\.\/b\.ts'\)/);
    expect(code).not.toMatch(/\bimport\(/);
  });

  it.each<[string, string, number, number]>([
    ['const a = 1;\nconst b = ;\n', 'Unexpected token', 2, 11],
    ["\n\nlet s = 'open\n", 'Unterminated string constant', 3, 9],
    [
      'for (let i = 0; i < 3; i++ {\n}\n',
      'Unexpected token, expected ")"',
      1,
      28,
    ],
    ['export {', 'reached the end of input', 1, 9],
  ])('places the syntax error of %j', (source, message, line, column) => {
    expect(transpile('/dir/a.ts', source)).toEqual({
      ok: false,
      problem: {
        path: '/dir/a.ts',
        message: expect.stringContaining(message),
        line,
        column,
      },
    });
  });

  it('leaves the position out of the message', () => {
    const result = transpile('/a.ts', 'const b = ;');
    expect(!result.ok && result.problem.message).toBe('Unexpected token');
  });

  it('makes a module of JSON', () => {
    const module = { exports: {} };
    const code = codeOf('{\n "a": [1, null]\n}\n', '/data.json');
    new Function('module', code)(module);
    expect(module.exports).toEqual({ a: [1, null] });
  });

  it('places an error in JSON', () => {
    expect(transpile('/data.json', '{\n "a": 1,\n "b" 2\n}')).toEqual({
      ok: false,
      problem: {
        path: '/data.json',
        message: expect.stringContaining('JSON'),
        line: 3,
        column: 6,
      },
    });
    expect(transpile('/data.json', '1; globalThis.x = 1')).toMatchObject({
      ok: false,
    });
  });

  it('answers the same text from its cache, other text afresh', () => {
    const source = 'export const a: number = 1;';
    expect(transpile('/a.ts', source)).toBe(transpile('/a.ts', source));
    expect(transpile('/b.ts', source)).not.toBe(transpile('/a.ts', source));
    for (let i = 0; i < 500; i += 1) {
      expect(codeOf(`export const a = ${i};`)).toContain(`= ${i};`);
    }
  });
});
