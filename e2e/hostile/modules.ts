import type { Program } from './program.ts';

const astray = (specifier: string): Program => ({
  name: `import of ${specifier}`,
  code: `import * as it from '${specifier}';\nconsole.log(it);\n`,
  ends: 'error',
  says: /Cannot find module|not available/,
});

/** Imports that lead astray. */
export const modules: Program[] = [
  astray('../../../../etc/passwd'),
  astray('file:///etc/passwd'),
  astray('https://example.com/a.js'),
  astray('//example.com/a.js'),
  astray('data:text/javascript,1'),
  astray('__proto__'),
  astray('constructor'),
  astray('./../__proto__'),
  astray('node:fs'),
  {
    name: 'a module that imports itself',
    code: `
import * as self from './main';
export const own = 1;
console.log('own', self.own);
`,
    ends: 'ready',
    says: /own/,
  },
  {
    name: 'require, module and exports replaced',
    code: `
declare let require: unknown, module: unknown, exports: unknown;
require = module = exports = null;
console.log('replaced');
`,
    ends: 'ready',
    says: /replaced/,
  },
  {
    name: 'require by hand of what is not there',
    code: `
declare const require: (name: string) => unknown;
for (const name of ['plot', '../../node_modules', 'toString', '', '/', '.']) {
  try { require(name); console.log('found', name); } catch (error) { console.log((error as Error).name); }
}
`,
    ends: 'ready',
    says: /found plot[\s\S]*MissingModuleError/,
  },
  {
    name: 'code that closes the wrapper around it',
    code: '}); console.log("outside"); (function () {\n',
    ends: 'error',
    says: /Syntax error/i,
  },
  {
    name: 'nesting that exhausts the transpiler',
    code: `const a = ${'['.repeat(20_000)}${']'.repeat(20_000)};\n`,
    ends: 'error',
    says: /too (deep|much)|Maximum call stack|Syntax error/i,
  },
];
