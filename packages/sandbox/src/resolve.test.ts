import { describe, expect, it } from 'vitest';
import { isRelative, requiredSpecifiers, resolveImport } from './resolve.ts';

const files = new Set([
  '/main.ts',
  '/index.ts',
  '/data.json',
  '/lib/index.ts',
  '/lib/a.ts',
  '/lib/deep/b.js',
  '/both.ts',
  '/both',
  '/node_modules/plain.ts',
  '/node_modules/@scope/pack/part.ts',
  '/node_modules/@scope/pack/index.ts',
]);
const has = (path: string) => files.has(path);

describe('resolveImport', () => {
  it.each<[string, string, string | null]>([
    ['./lib/a.ts', '/main.ts', '/lib/a.ts'],
    ['./lib/a', '/main.ts', '/lib/a.ts'],
    ['./lib', '/main.ts', '/lib/index.ts'],
    ['./lib/', '/main.ts', '/lib/index.ts'],
    ['./data', '/main.ts', '/data.json'],
    ['./deep/b', '/lib/a.ts', '/lib/deep/b.js'],
    ['../a', '/lib/deep/b.js', '/lib/a.ts'],
    ['..', '/lib/deep/b.js', '/lib/index.ts'],
    ['.', '/lib/a.ts', '/lib/index.ts'],
    ['..', '/lib/a.ts', '/index.ts'],
    ['.', '/main.ts', '/index.ts'],
    ['./both', '/main.ts', '/both'],
    ['././lib/../lib//a', '/main.ts', '/lib/a.ts'],
    ['/lib/a', '/lib/deep/b.js', '/lib/a.ts'],
    ['plain', '/lib/a.ts', '/node_modules/plain.ts'],
    ['@scope/pack/part', '/main.ts', '/node_modules/@scope/pack/part.ts'],
    ['@scope/pack', '/main.ts', '/node_modules/@scope/pack/index.ts'],
    [
      './part',
      '/node_modules/@scope/pack/index.ts',
      '/node_modules/@scope/pack/part.ts',
    ],
    ['lib/a', '/main.ts', null],
    ['./nothing', '/main.ts', null],
    ['https://example.org/a.ts', '/main.ts', null],
    ['', '/main.ts', null],
  ])('%j from %s is %s', (specifier, importer, path) => {
    expect(resolveImport(specifier, importer, has)).toBe(path);
  });

  it('does not climb above the root', () => {
    expect(resolveImport('../../../../main.ts', '/lib/deep/b.js', has)).toBe(
      '/main.ts',
    );
    expect(resolveImport('/../../main', '/lib/a.ts', has)).toBe('/main.ts');
  });
});

describe('isRelative', () => {
  it.each<[string, boolean]>([
    ['.', true],
    ['..', true],
    ['./a', true],
    ['../a', true],
    ['.a', false],
    ['..a', false],
    ['.../a', false],
    ['/a', false],
    ['a', false],
    ['', false],
  ])('of %j is %s', (specifier, expected) => {
    expect(isRelative(specifier)).toBe(expected);
  });
});

describe('requiredSpecifiers', () => {
  it('lists each literal once, in order', () => {
    const code =
      `var _b = require('./b'); var _a = require("./a"); require('./b');\n` +
      `_require('./c'); require(name); later(() => require('d/e'));`;
    expect(requiredSpecifiers(code)).toEqual(['./b', './a', 'd/e']);
  });

  it('is empty for a program without imports', () => {
    expect(requiredSpecifiers('const a = 1;')).toEqual([]);
  });
});
