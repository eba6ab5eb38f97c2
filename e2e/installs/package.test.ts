import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import {
  checkPackage,
  createPackageFromTarballData,
} from '@arethetypeswrong/core';
import { publint } from 'publint';
import { build } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicModuleNames } from '../../packages/algorithms/public.ts';
import { packAlgorithms } from '../../scripts/pack-algorithms.ts';

const run = promisify(execFile);
const root = mkdtempSync(join(tmpdir(), 'guide-package-'));
const consumer = join(root, 'consumer');
const tsc = fileURLToPath(
  new URL('../../node_modules/typescript/bin/tsc', import.meta.url),
);
let archive = '';

/** A project that has nothing but the package, installed without network. */
beforeAll(async () => {
  archive = packAlgorithms(join(root, 'package'));
  mkdirSync(consumer);
  write('package.json', '{ "private": true, "type": "module" }');
  const words = ['install', '--offline', '--no-audit', '--no-fund', archive];
  await run('npm', words, { cwd: consumer });
}, 240_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(name: string, text: string): string {
  const path = join(consumer, name);
  writeFileSync(path, text);
  return path;
}

/** What the compiler says of a program, in words and codes. */
async function typeErrors(name: string, text: string): Promise<string[]> {
  const path = write(name, text);
  const flags = '--noEmit --strict --target es2023';
  const found: string[] = [];
  for (const module of ['nodenext', 'preserve']) {
    const words = [tsc, ...flags.split(' '), '--module', module, path];
    const { stdout } = await run(process.execPath, words, {
      cwd: consumer,
    }).catch((error: { stdout: string }) => error);
    found.push(...stdout.split('\n').filter((line) => line.includes('error')));
  }
  return found;
}

async function bundle(text: string): Promise<string> {
  const input = write('entry.js', text);
  const { output } = await build({
    input,
    cwd: consumer,
    write: false,
    logLevel: 'silent',
    output: { minify: true },
  });
  return output[0].code;
}

describe('the package of the algorithms', () => {
  it('has the modules, their types, a licence and a README, and no more', () => {
    const folder = join(consumer, 'node_modules/@runnable-guide/algorithms');
    const names = readdirSync(folder);
    for (const name of publicModuleNames) {
      expect(names).toContain(`${name}.js`);
      expect(names).toContain(`${name}.d.ts`);
    }
    expect(names).toEqual(expect.arrayContaining(['LICENSE', 'README.md']));
    expect(
      names.filter((name) => /test|\.ts$/.test(name) && !/\.d\.ts$/.test(name)),
    ).toEqual([]);
    expect(gzipSync(readFileSync(archive)).length).toBeLessThan(120_000);
  });

  it('is what publint asks for', async () => {
    const pkgDir = join(root, 'package');
    const { messages } = await publint({ pkgDir, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that every resolution of ES modules finds', async () => {
    const data = new Uint8Array(readFileSync(archive));
    const result = await checkPackage(createPackageFromTarballData(data));
    expect(result.types).not.toBe(false);
    const entrypoints = 'entrypoints' in result ? result.entrypoints : {};
    expect(Object.keys(entrypoints).length).toBeGreaterThan(
      publicModuleNames.length,
    );
    // A package of ES modules alone is none for the other two resolutions.
    const problems = 'problems' in result ? result.problems : [];
    const ours = problems.filter(
      (problem) =>
        !('resolutionKind' in problem) ||
        !['node10', 'node16-cjs'].includes(problem.resolutionKind),
    );
    expect(ours).toEqual([]);
  });

  it('runs in Node, every module of it', async () => {
    const imports = publicModuleNames.map(
      (name) => `await import('@runnable-guide/algorithms/${name}');`,
    );
    const path = write(
      'main.js',
      `import { kMeans } from '@runnable-guide/algorithms/k-means';
      import { kMeansFast } from '@runnable-guide/algorithms/k-means-fast';
      import { growTree, predict } from '@runnable-guide/algorithms/decision-tree';
      ${imports.join('\n')}
      const points = [[0, 0], [0, 1], [9, 9], [9, 8]];
      const tree = growTree(points, [0, 0, 1, 1]);
      const inside = await import('@runnable-guide/algorithms/validate')
        .catch(({ code }) => code);
      console.log(JSON.stringify([
        kMeans(points, { k: 2 }).inertia,
        kMeansFast(points, { k: 2 }).inertia,
        predict(tree, [[8, 8], [1, 1]]),
        inside,
      ]));`,
    );
    const { stdout } = await run(process.execPath, [path], { cwd: consumer });
    // Two pairs of points one apart: each adds 2 · (1/2)² to the inertia.
    expect(JSON.parse(stdout)).toEqual([
      1,
      1,
      [1, 0],
      'ERR_PACKAGE_PATH_NOT_EXPORTED',
    ]);
  });

  it('types what its users write', { timeout: 180_000 }, async () => {
    const head = "import { kMeans } from '@runnable-guide/algorithms/k-means';";
    expect(
      await typeErrors(
        'right.ts',
        `${head}
        const { labels, inertia } = kMeans([[1], [2]], { k: 1 });
        export const all: [number[], number] = [labels, inertia];`,
      ),
    ).toEqual([]);
    const wrong = await typeErrors(
      'wrong.ts',
      `${head} kMeans([[1], [2]], { k: 'two' });`,
    );
    expect(wrong).toHaveLength(2);
    expect(wrong.join()).toContain('TS2322');
  });

  it('leaves out of a bundle what is not used', async () => {
    const code = await bundle(
      `import { kMeans } from '@runnable-guide/algorithms/k-means';
      export default kMeans([[0], [1], [9], [10]], { k: 2 }).inertia;`,
    );
    const path = write('bundle.js', code);
    const { default: inertia } = await import(pathToFileURL(path).href);
    expect(inertia).toBe(1);
    expect(code).toContain('k-means++');
    expect(code).not.toMatch(/sigmoid|entropy|gini|learningRate|Float64Array/);
    expect(gzipSync(code).length).toBeLessThan(2_200);
    const random = await bundle(
      `import { createRandom } from '@runnable-guide/algorithms/random';
      import { iris } from '@runnable-guide/algorithms/iris';
      console.log(createRandom(1)());`,
    );
    expect(random.length).toBeLessThan(600);
  });
});
