import { describe, expect, it } from 'vitest';
import { runTests } from './run-tests.ts';

const gini = (formula: string) => ({
  '/gini.ts': `export const gini = (counts: number[]): number => {
    const total = counts.reduce((a, b) => a + b, 0);
    return ${formula};
  };`,
  '/gini.test.ts': `import { describe, expect, it } from 'vitest';
import { gini } from './gini.ts';
describe('gini', () => {
  it.each([[[2, 2], 0.5], [[3, 0], 0]])('of %j is %d', (counts, expected) => {
    expect(gini(counts)).toBeCloseTo(expected, 12);
  });
});
`,
});

describe('runTests', () => {
  it('accepts a right solution', async () => {
    const files = gini('1 - counts.reduce((s, n) => s + (n / total) ** 2, 0)');
    const tests = await runTests(files, ['/gini.test.ts']);
    expect(tests.map(({ name, status }) => [name, status])).toEqual([
      ['of [2,2] is 0.5', 'pass'],
      ['of [3,0] is 0', 'pass'],
    ]);
  });

  it('refuses a wrong one, with both sides and the place', async () => {
    const files = gini('counts.reduce((s, n) => s + (n / total) ** 2, 0)');
    const tests = await runTests(files, ['/gini.test.ts']);
    expect(tests.map(({ status }) => status)).toEqual(['pass', 'fail']);
    expect(tests[1]?.errors[0]).toMatchObject({
      kind: 'runtime',
      expected: '0',
      received: '1',
      frames: [{ path: '/gini.test.ts', line: 5 }],
    });
  });

  it('gives each test file modules of its own', async () => {
    const test =
      "import { it, expect } from 'vitest'; import { next } from './n.ts';\n" +
      "it('counts', () => expect(next()).toBe(1));";
    const tests = await runTests(
      {
        '/a.test.ts': test,
        '/b.test.ts': test,
        '/n.ts': 'let n = 0; export const next = () => (n += 1);',
      },
      ['/a.test.ts', '/b.test.ts'],
    );
    expect(tests.map(({ path, status }) => [path, status])).toEqual([
      ['/a.test.ts', 'pass'],
      ['/b.test.ts', 'pass'],
    ]);
  });

  it('throws on a syntax error', async () => {
    await expect(
      runTests({ '/a.test.ts': '\n\nconst = 1;' }, ['/a.test.ts']),
    ).rejects.toThrow('/a.test.ts:3: ');
  });
});
