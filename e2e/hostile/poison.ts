import type { Program } from './program.ts';

/** Programs that change what the runtime stands on. */
export const poison: Program[] = [
  {
    name: 'Array.prototype.push does nothing',
    code: `
console.log('before');
Array.prototype.push = () => 0;
console.log('after');
`,
    ends: 'ready',
    says: /before/,
  },
  {
    name: 'setters on Object.prototype',
    code: `
for (const key of ['type', 'lines', 'text', 'method', 'frames', 'error', 'data', 'then', 'get', 'set']) {
  try {
    Object.defineProperty(Object.prototype, key, { set() { throw new Error('set'); }, get() { return 'poisoned'; }, configurable: true });
  } catch {}
}
console.log('poisoned');
`,
    ends: 'ready',
    says: /poisoned/,
  },
  {
    name: 'Promise.prototype.then never calls back',
    code: `
console.log('begun');
Promise.prototype.then = () => new Promise(() => {}) as never;
await new Promise((done) => setTimeout(done, 1));
`,
    ends: 'ready',
    says: /begun/,
  },
  {
    name: 'Promise, JSON, Map and Error replaced',
    code: `
const scope = globalThis as never as Record<string, unknown>;
console.log('begun');
scope.Promise = null; scope.JSON = null; scope.Map = null; scope.Error = null;
scope.Object = null; scope.Array = null; scope.String = null; scope.Symbol = null;
null!.x;
`,
    ends: 'error',
    says: /Cannot read properties of null|cannot be shown/,
  },
  {
    name: 'String.prototype.slice gives back all',
    code: `
String.prototype.slice = function () { return String(this); };
for (let i = 0; i < 5; i += 1) console.log('z'.repeat(2e6));
console.log('sent');
`,
    ends: 'ready',
    says: /sent|console is full/,
  },
  {
    name: 'String makes messages into graphs',
    code: `
const graph = () => Array.from({ length: 300 }, () => Array.from({ length: 3000 }, () => ({ a: 1 })));
console.log('before');
(globalThis as never as Record<string, unknown>).String = graph;
throw new Error('x');
`,
    ends: 'ready',
    says: /before/,
  },
  {
    name: 'Function.prototype.call, apply and bind replaced',
    code: `
console.log('begun');
Function.prototype.call = Function.prototype.apply = Function.prototype.bind =
  function () { throw new Error('called'); } as never;
console.log('after');
`,
    ends: 'ready',
    says: /begun/,
  },
  {
    name: 'arrays without an iterator',
    code: `
console.log('begun');
Array.prototype[Symbol.iterator] = function () { throw new Error('iterated'); } as never;
console.log('a', 'b');
`,
    ends: 'error',
    says: /iterated|begun/,
  },
  {
    name: 'Error.prepareStackTrace gives back a graph',
    code: `
(Error as never as Record<string, unknown>).prepareStackTrace = () => ({ split: () => [1, 2, 3] });
throw new Error('with a graph for a trace');
`,
    ends: 'error',
    says: /with a graph for a trace/,
  },
  {
    name: 'timers, eval and clocks replaced',
    code: `
const scope = globalThis as never as Record<string, unknown>;
scope.setTimeout = scope.eval = scope.queueMicrotask = () => { throw new Error('mine'); };
performance.now = () => NaN;
Date.now = () => -1;
console.log('replaced');
`,
    ends: 'ready',
    says: /replaced/,
  },
  {
    name: 'globals frozen and sealed',
    code: `
Object.freeze(Object.prototype); Object.freeze(Array.prototype);
try { Object.freeze(globalThis); } catch {}
console.log('frozen');
`,
    ends: 'ready',
    says: /frozen/,
  },
  {
    name: 'onmessage, onerror and listeners of its own',
    code: `
let seen = 0;
for (const type of ['message', 'messageerror', 'error', 'unhandledrejection']) {
  addEventListener(type, (event) => { seen += 1; event.stopImmediatePropagation(); }, true);
}
setTimeout(() => { console.log('seen', seen); throw new Error('still told'); }, 400);
`,
    ends: 'error',
    says: /still told/,
  },
  {
    name: 'close() ends the worker',
    code: "console.log('closing');\nclose();\nconsole.log('open');\n",
    ends: 'ready',
    says: /closing/,
  },
];
