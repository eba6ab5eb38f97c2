/**
 * Builds the npm package of packages/algorithms and packs it: JavaScript and
 * declarations of all modules, of which the public ones can be imported.
 *
 * Usage: node scripts/pack-algorithms.ts   (writes packages/algorithms/dist/)
 */
import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicModuleNames } from '../packages/algorithms/public.ts';
import { emitModules } from '../src/lib/api/emit.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const home = join(root, 'packages/algorithms');

/** The sources of the package, without the tests, by file name. */
export function algorithmSources(): Map<string, string> {
  const names = readdirSync(join(home, 'src')).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  );
  return new Map(
    names.map((name) => [name, readFileSync(join(home, 'src', name), 'utf8')]),
  );
}

/** Writes the package to a folder, packs it there, returns the archive. */
export function packAlgorithms(folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of emitModules(algorithmSources())) {
    writeFileSync(join(folder, name), text);
  }
  for (const path of [join(home, 'README.md'), join(root, 'LICENSE')]) {
    writeFileSync(join(folder, path.replace(/^.*\//, '')), readFileSync(path));
  }
  writeFileSync(join(folder, 'package.json'), manifest());
  const packed = execFileSync('npm', ['pack', '--json'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [, name = ''] = /"filename":\s*"([^"]+)"/.exec(packed) ?? [];
  return join(folder, name);
}

function manifest(): string {
  const own = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const modules = publicModuleNames.map((name) => [
    `./${name}`,
    { types: `./${name}.d.ts`, default: `./${name}.js` },
  ]);
  const { name, version, description, license, type } = own;
  const content = {
    ...{ name, version, description, license, type },
    sideEffects: false,
    engines: { node: '>=20' },
    files: ['*.js', '*.d.ts'],
    exports: {
      ...Object.fromEntries(modules),
      './package.json': './package.json',
    },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

if (import.meta.main) {
  console.log(packAlgorithms(join(home, 'dist')));
}
