import type { Program } from './program.ts';

/** Values that are hard to show, and throws of things that are no errors. */
export const values: Program[] = [
  {
    name: 'huge, cyclic and revoked values in the console',
    code: `
const loop: Record<string, unknown> = { name: 'loop' };
loop.self = loop;
console.log(loop);
console.log(new Array(1e8));
console.log(new Map(Array.from({ length: 1e5 }, (_, i) => [i, { i }])));
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
console.log(proxy);
console.log('shown');
`,
    ends: 'ready',
    says: /\[circular\][\s\S]*shown/,
  },
  {
    name: 'values that throw when they are read',
    code: `
const trap = () => { throw new Error('trap'); };
console.log(new Proxy({}, { get: trap, ownKeys: trap, getPrototypeOf: trap }));
console.log({ get a() { return trap(); } });
console.log({ [Symbol.toPrimitive]: trap, toString: trap });
console.table(new Proxy([], { get: trap, ownKeys: trap }));
console.log('%d %s', { valueOf: trap, toString: trap }, 1);
`,
    ends: 'error',
    says: /getter threw|cannot be shown/,
  },
  { name: "throw ''", code: "throw '';\n", ends: 'error', says: /Uncaught/ },
  {
    name: 'throw null',
    code: 'throw null;\n',
    ends: 'error',
    says: /Uncaught: null/,
  },
  {
    name: 'throw undefined, later',
    code: 'setTimeout(() => { throw undefined; }, 10);\n',
    ends: 'error',
    says: /undefined/,
  },
  {
    name: 'throw a symbol',
    code: "throw Symbol('s');\n",
    ends: 'error',
    says: /Symbol\(s\)/,
  },
  {
    name: 'throw a proxy that refuses everything',
    code: `
const trap = () => { throw new Error('trap'); };
throw new Proxy({}, { get: trap, getPrototypeOf: trap, has: trap });
`,
    ends: 'error',
    says: /cannot be shown/,
  },
  {
    name: 'an error whose message is another program',
    code: `
const error = new Error('x'.repeat(5e6));
error.name = 'N'.repeat(1e6);
error.stack = Array.from({ length: 1e5 }, (_, i) => 'at f (playground:/main.ts:' + i + ':1)').join('\\n');
throw error;
`,
    ends: 'error',
    says: /more characters/,
  },
  {
    name: 'an error that lies about its place',
    code: `
const error = new Error('forged');
error.stack = 'at f (playground:/../../etc/passwd:1:1)\\nat g (playground:/main.ts:999999999:999999999)';
throw error;
`,
    ends: 'error',
    says: /forged/,
  },
  {
    name: 'errors with getters for fields',
    code: `
class Odd extends Error {
  get message(): string { throw new Error('message'); }
  get stack(): string { throw new Error('stack'); }
}
throw new Odd();
`,
    ends: 'error',
    says: /cannot be shown/,
  },
  {
    name: 'a rejection of nothing',
    code: 'void Promise.reject();\n',
    ends: 'error',
    says: /undefined/,
  },
  {
    name: 'assertions on values that throw',
    as: 'tests',
    code: `
import { expect, it } from 'vitest';
const trap = () => { throw new Error('trap'); };
it('compares traps', () => {
  expect(new Proxy({}, { get: trap, ownKeys: trap })).toEqual({ a: 1 });
});
it('throws nothing', () => { throw null; });
`,
    ends: 'failed',
    says: /throws nothing/,
  },
];
