import type { Program } from './program.ts';

/** Programs that take memory until none is left. */
export const memory: Program[] = [
  {
    name: 'an array that grows without end',
    code: `
const kept: number[][] = [];
for (;;) kept.push(new Array(1e6).fill(kept.length + 0.5));
`,
    ends: 'stopped',
    says: /The runtime ended unexpectedly|without yielding/,
  },
  {
    name: 'a text that doubles',
    code: "let text = 'x';\nfor (;;) text += text;\n",
    ends: 'error',
    says: /Invalid string length/,
  },
  {
    name: 'typed arrays without end',
    code: `
const kept: Uint8Array[] = [];
for (;;) kept.push(new Uint8Array(2 ** 28));
`,
    ends: 'error',
    says: /allocation failed/,
  },
  {
    name: 'one typed array beyond all measure',
    code: 'new Float64Array(2 ** 40);\n',
    ends: 'error',
    says: /Invalid typed array length/,
  },
  {
    name: 'closures that keep what they saw',
    code: `
let last: () => unknown = () => null;
for (;;) {
  const before = last;
  const weight = new Array(2e5).fill(0.5);
  last = () => [before, weight];
}
`,
    ends: 'stopped',
    says: /The runtime ended unexpectedly|without yielding/,
  },
  {
    name: 'a map that fills until it cannot',
    code: `
const map = new Map<number, number>();
for (let i = 0; ; i += 1) map.set(i, i);
`,
    ends: 'error|stopped',
    // It depends on the machine which of the three limits comes first.
    says: /Map maximum size exceeded|without yielding|The runtime ended unexpectedly/,
  },
  {
    name: 'WebAssembly memory to the limit',
    code: `
const kept: WebAssembly.Memory[] = [];
for (;;) kept.push(new WebAssembly.Memory({ initial: 32768 }));
`,
    ends: 'error',
    says: /could not allocate memory/i,
  },
  {
    name: 'recursion without end',
    code: 'function down(): number { return 1 + down(); }\ndown();\n',
    ends: 'error',
    says: /Maximum call stack size exceeded/,
  },
  {
    name: 'recursion through toString and the console',
    code: `
const deep: Record<string, unknown> = { toString() { return String(deep); } };
try { String(deep); } catch (error) { console.log((error as Error).name); }
let nested: unknown = 0;
for (let i = 0; i < 1e5; i += 1) nested = [nested];
console.log(nested);
console.log('still here');
`,
    ends: 'ready',
    says: /RangeError[\s\S]*still here/,
  },
];
