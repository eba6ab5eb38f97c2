import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import {
  licenceProblem,
  readPackage,
  shippedPackages,
} from './shipped-packages.ts';
import { shippedFiles } from './vite-shipped-files.mjs';

describe('licenceProblem', () => {
  it.each(['MIT', 'Apache-2.0', '(MIT OR GPL-3.0)', 'MIT AND OFL-1.1', 'ISC'])(
    'lets %s pass',
    (licence) => {
      expect(licenceProblem({ name: 'a', licence })).toBeUndefined();
    },
  );

  it.each(['', 'GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-2.0', 'UNLICENSED'])(
    'refuses “%s” and says what to do',
    (licence) => {
      expect(licenceProblem({ name: 'a-package', licence })).toMatch(
        /^a-package is in the built site.*do without the package/,
      );
    },
  );

  it('lets the Mozilla licence pass for Pyodide alone', () => {
    const licence = 'MPL-2.0';
    expect(licenceProblem({ name: 'pyodide', licence })).toBeUndefined();
    expect(licenceProblem({ name: 'a-package', licence })).toMatch(/MPL-2.0/);
  });
});

function packageOf(record: object, notice?: string): string {
  const root = mkdtempSync(join(tmpdir(), 'guide-package-'));
  writeFileSync(join(root, 'package.json'), JSON.stringify(record));
  if (notice !== undefined) {
    writeFileSync(join(root, 'LICENSE.md'), notice);
  }
  return root;
}

describe('readPackage', () => {
  it('finds licence, address and text', () => {
    const folder = packageOf(
      {
        name: 'a',
        version: '1.2.3',
        license: 'MIT',
        repository: { url: 'git+https://github.com/someone/a.git' },
      },
      'Copyright someone\n',
    );
    expect(readPackage(folder)).toEqual({
      name: 'a',
      version: '1.2.3',
      licence: 'MIT',
      url: 'https://github.com/someone/a',
      text: 'Copyright someone',
    });
  });

  it('has no text and no address where the package has none', () => {
    const record = { name: 'a', version: '1.0.0', license: { type: 'ISC' } };
    expect(readPackage(packageOf(record))).toMatchObject({
      licence: 'ISC',
      url: undefined,
      text: undefined,
    });
  });
});

describe('shippedPackages', () => {
  afterEach(() => shippedFiles().clear());

  it('lists the packages of the recorded files, nested ones too', () => {
    shippedFiles().add('/src/own.ts');
    shippedFiles().add('\0virtual:something');
    shippedFiles().add(
      join(process.cwd(), 'node_modules/katex/dist/katex.css'),
    );
    shippedFiles().add(join(process.cwd(), 'node_modules/react/index.js'));
    const names = shippedPackages().map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['katex', 'react']));
    expect(names).not.toContain('vite');
    expect(names).toEqual([...names].sort());
  });

  it('throws at a licence that is not allowed', () => {
    const root = join(
      mkdtempSync(join(tmpdir(), 'guide-')),
      'node_modules/bad',
    );
    mkdirSync(root, { recursive: true });
    writeFileSync(
      join(root, 'package.json'),
      '{ "name": "bad", "version": "1.0.0", "license": "SSPL-1.0" }',
    );
    shippedFiles().add(join(root, 'index.js'));
    expect(() => shippedPackages()).toThrow('bad is in the built site');
  });
});
