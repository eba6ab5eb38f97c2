import { limit, type Program } from './program.ts';

/** Programs that never give the thread back, each in another way. */
export const loops: Program[] = [
  {
    name: 'plain endless loop',
    code: 'while (true) {}\n',
    ends: 'stopped',
    says: limit.busy,
  },
  {
    name: 'endless loop that the reader stops',
    code: "console.log('begun');\nfor (;;) {}\n",
    reader: 'stops',
    ends: 'stopped',
    says: limit.stopped,
  },
  {
    name: 'await in a loop: microtasks only',
    code: 'for (;;) await null;\n',
    ends: 'stopped',
    says: limit.busy,
  },
  {
    name: 'promises that chain themselves',
    code: `
const spin = (): Promise<void> => Promise.resolve().then(spin);
console.log('begun');
void spin();
`,
    ends: 'stopped',
    says: limit.busy,
  },
  {
    name: 'queueMicrotask without end',
    code: `
const spin = () => queueMicrotask(spin);
console.log('begun');
spin();
`,
    ends: 'stopped',
    says: limit.busy,
  },
  {
    name: 'endless loop in a timer',
    code: 'setTimeout(() => {\n  for (;;) {}\n}, 20);\n',
    ends: 'stopped',
    says: limit.busy,
  },
  {
    name: 'a storm of timers that multiply',
    code: `
let count = 0;
function breed() {
  count += 1;
  if (count < 2e5) { setTimeout(breed, 0); setTimeout(breed, 0); }
}
console.log('begun');
breed();
`,
    ends: 'ready',
    says: /begun/,
  },
  {
    name: 'an interval that never ends',
    code: "setInterval(() => {}, 0);\nconsole.log('begun');\n",
    ends: 'ready',
    says: /begun/,
  },
  {
    name: 'a generator spread into an array',
    code: `
function* naturals() { for (let i = 0; ; i += 1) yield i % 2; }
console.log('begun');
let sum = 0;
for (const i of naturals()) sum += i;
`,
    reader: 'stops',
    ends: 'stopped',
    says: limit.stopped,
  },
  {
    name: 'a regular expression that backtracks for ever',
    code: "console.log('begun');\n/^(a+)+$/.test('a'.repeat(60) + 'b');\n",
    reader: 'stops',
    ends: 'stopped',
    says: limit.stopped,
  },
  {
    name: 'a getter that loops while the console reads it',
    code: `
console.log('begun');
console.log({ get x() { for (;;) {} } });
`,
    reader: 'stops',
    ends: 'stopped',
    says: limit.stopped,
  },
  {
    name: 'a comparison that makes sort loop',
    code: `
console.log('begun');
[3, 1, 2].sort(() => { for (;;) {} });
`,
    reader: 'stops',
    ends: 'stopped',
    says: limit.stopped,
  },
  {
    name: 'sleeping on shared memory, without using the processor',
    code: `
const { buffer } = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
console.log('begun');
Atomics.wait(new Int32Array(buffer), 0, 0);
console.log('slept');
`,
    reader: 'stops',
    ends: 'stopped',
    says: limit.stopped,
  },
  {
    name: 'an endless loop in WebAssembly',
    code: `
const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
  8, 1, 0, 10, 9, 1, 7, 0, 3, 64, 12, 0, 11, 11];
console.log('begun');
new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
`,
    reader: 'stops',
    ends: 'stopped',
    says: limit.stopped,
  },
  {
    name: 'an endless loop in a test',
    as: 'tests',
    code: `
import { expect, it } from 'vitest';
it('ends', () => expect(1).toBe(1));
it('begun', () => { for (;;) {} });
`,
    reader: 'stops',
    ends: 'stopped',
    says: limit.stopped,
  },
  {
    name: 'a test that never settles',
    as: 'tests',
    code: `
import { it } from 'vitest';
it('waits', () => new Promise(() => {}), 300);
`,
    ends: 'failed',
    says: /waits timed out in|timed out in/,
  },
];
