import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { runOnce } from './run-once.ts';

describe('runOnce', () => {
  it('gives the lines and frames of a program', async () => {
    const result = await runOnce(
      {
        '/main.ts':
          "import { plot } from 'plot';\n" +
          "import { points } from './data';\n" +
          "console.log('n =', points.length);\n" +
          "await null;\nplot.scatter('p', { points });\n" +
          "console.warn('end');",
        '/data.ts': 'export const points: number[][] = [[1, 2]];',
        '/broken.ts': 'const = ;',
      },
      '/main.ts',
    );
    expect(result).toEqual({
      lines: [
        { method: 'log', text: 'n = 1' },
        { method: 'warn', text: 'end' },
      ],
      frames: [{ kind: 'scatter', name: 'p', data: { points: [[1, 2]] } }],
    });
  });

  it('has a clock that stands still', async () => {
    const program =
      'const start = performance.now();\n' +
      'for (let i = 0; i < 1e7; i += 1) Math.sqrt(i);\n' +
      'console.log(performance.now() - start);';
    const { lines } = await runOnce({ '/main.ts': program }, '/main.ts');
    expect(lines).toEqual([{ method: 'log', text: '0' }]);
  });

  it('starts afresh every time', async () => {
    const files = {
      '/main.ts': "import { next } from './n.ts'; console.log(next());",
      '/n.ts': 'let n = 0; export const next = () => (n += 1);',
    };
    for (let i = 0; i < 2; i += 1) {
      const { lines } = await runOnce(files, '/main.ts');
      expect(lines).toEqual([{ method: 'log', text: '1' }]);
    }
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a syntax error with its place',
      { '/main.ts': "import './a';", '/a.ts': '\nlet = = 1' },
      '/a.ts:2: Unexpected token',
    ],
    ['what the program throws', { '/main.ts': "throw Error('no')" }, 'no'],
    [
      'a missing module',
      { '/main.ts': "import 'react';" },
      "Cannot find module 'react' imported by /main.ts. Available: plot",
    ],
    ['a missing program', {}, 'Cannot find the program /main.ts'],
    [
      'too many lines',
      {
        '/main.ts': `for (let i = 0; i <= ${limits.consoleLines}; i++) console.log(i);`,
      },
      '/main.ts goes over the limit consoleLines',
    ],
    [
      'too many frames',
      {
        '/main.ts':
          "import { plot } from 'plot';\n" +
          `for (let i = 0; i <= ${limits.plotFrames}; i++) plot.line('l', {});`,
      },
      '/main.ts goes over the limit plotFrames',
    ],
  ])('throws %s', async (_, files, message) => {
    await expect(runOnce(files, '/main.ts')).rejects.toThrow(message);
  });
});
