import { limit, type Program } from './program.ts';

const plot = "import { plot } from 'plot';\n";

/** Programs that send more than anybody can read. */
export const floods: Program[] = [
  {
    name: 'console lines without end',
    code: 'for (let i = 0; ; i += 1) console.log(i);\n',
    ends: 'stopped',
    says: /The console is full \(1000 lines\)[\s\S]*without yielding|without yielding[\s\S]*The console is full \(1000 lines\)/,
  },
  {
    name: 'a million console lines, then an end',
    code: `
for (let i = 0; i < 1e6; i += 1) console.log('line', i);
`,
    ends: 'ready',
    says: limit.lines,
  },
  {
    name: 'lines of a megabyte each',
    code: "for (let i = 0; i < 50; i += 1) console.log('x'.repeat(1e6));\n",
    ends: 'ready',
    says: /more characters/,
  },
  {
    name: 'lines that fill the console by their length',
    code: "for (let i = 0; i < 90; i += 1) console.log('y'.repeat(9000));\n",
    ends: 'ready',
    says: limit.characters,
  },
  {
    name: 'tables as large as they can be',
    code: `
const row = Object.fromEntries(Array.from({ length: 500 }, (_, i) => ['c' + i, 'v'.repeat(5000)]));
for (let i = 0; i < 100; i += 1) console.table(Array.from({ length: 500 }, () => row));
`,
    ends: 'ready',
    says: limit.characters,
  },
  {
    name: 'plot frames without end',
    code: `${plot}
for (let i = 0; i < 1e5; i += 1) {
  plot.bars('one', { labels: ['i'], series: [{ name: 'i', values: [i] }] });
}
console.log('drawn');
`,
    ends: 'ready',
    says: limit.frames,
  },
  {
    name: 'a thousand figures of different names',
    code: `${plot}
for (let i = 0; i < 2000; i += 1) {
  plot.scatter('figure ' + i, { points: [[i, i]] });
}
console.log('drawn');
`,
    ends: 'ready',
    says: limit.frames,
  },
  {
    name: 'one frame with a million points',
    code: `${plot}
plot.scatter('many', { points: Array.from({ length: 1e6 }, (_, i) => [i, i]) });
console.log('drawn');
`,
    ends: 'ready',
    says: limit.cells,
  },
  {
    name: 'a frame that is accepted but larger than a drawing may be',
    code: `${plot}
plot.scatter('many', { points: Array.from({ length: 3e5 }, (_, i) => [i, i]) });
console.log('drawn');
`,
    ends: 'ready',
    says: /drawn/,
  },
  {
    name: 'errors thrown from ten thousand timers',
    code: `
for (let i = 0; i < 1e4; i += 1) setTimeout(() => { throw new Error('no ' + i); }, 0);
`,
    ends: 'error',
    says: limit.errors,
  },
  {
    name: 'ten thousand rejections that nobody awaits',
    code: `
for (let i = 0; i < 1e4; i += 1) void Promise.reject(new Error('no ' + i));
`,
    ends: 'error',
    says: limit.errors,
  },
  {
    name: 'ten thousand test cases',
    as: 'tests',
    code: `
import { it } from 'vitest';
for (let i = 0; i < 1e4; i += 1) it('case ' + i, () => {});
`,
    ends: 'passed',
    says: limit.tests,
  },
  {
    name: 'tests with names of a megabyte that fail at length',
    as: 'tests',
    code: `
import { expect, it } from 'vitest';
for (let i = 0; i < 200; i += 1) {
  it(i + 'n'.repeat(1e6), () => expect('a'.repeat(1e5)).toBe('b'.repeat(1e5)));
}
`,
    ends: 'failed',
    says: /more characters|nnn/,
  },
];
