import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

const SCHEME = 'sources:';
const PACKAGE = '@runnable-guide/algorithms';
const PYTHON_IMPORT = /^(?:from|import) (\w+)/gm;
const IMPORT = /(?:\bfrom|\bimport)\s*['"]([^'"\n]+)['"]/g;

/**
 * `import files from 'sources:./main.ts,k-means.test.ts'` gives the text of
 * the lab's program, of the named tests and of all that they import from the
 * algorithms package: a record from the path in the playground to the source.
 * The bytes are those of the repository; nothing is rewritten. A program
 * `main.py` comes with tests and modules of the Python solutions.
 *
 * @param {{ algorithms: string, python: string }} options folders of sources
 * @returns {import('vite').Plugin}
 */
export function labSources({ algorithms, python }) {
  const roots = { ts: resolve(algorithms), py: resolve(python) };
  return {
    name: 'lab-sources',
    enforce: 'pre',
    resolveId(id, importer) {
      if (!id.startsWith(SCHEME) || importer === undefined) {
        return null;
      }
      const [main, ...tests] = id.slice(SCHEME.length).split(',');
      const files = [
        resolve(dirname(importer), main),
        ...tests.map((test) => join(rootOf(test, roots), test)),
      ];
      return `\0${SCHEME}${files.join(',')}`;
    },
    async load(id) {
      if (!id.startsWith(`\0${SCHEME}`)) {
        return null;
      }
      const queue = id.slice(SCHEME.length + 1).split(',');
      const files = {};
      for (const file of queue) {
        const path = playgroundPath(file, roots);
        if (Object.hasOwn(files, path)) {
          continue;
        }
        this.addWatchFile(file);
        files[path] = await readFile(file, 'utf8');
        queue.push(...importsOf(files[path], file, roots));
      }
      return `export default ${JSON.stringify(files)};`;
    },
  };
}

function rootOf(file, roots) {
  return file.endsWith('.py') ? roots.py : roots.ts;
}

/** The files of the repository that a source names. */
function importsOf(code, file, roots) {
  if (file.endsWith('.py')) {
    return Array.from(code.matchAll(PYTHON_IMPORT), ([, name]) =>
      join(roots.py, `${name}.py`),
    ).filter(existsSync);
  }
  return Array.from(code.matchAll(IMPORT), ([, specifier]) =>
    targetOf(specifier, file, roots.ts),
  ).filter((target) => target !== null);
}

function targetOf(specifier, importer, root) {
  if (specifier.startsWith('.')) {
    return resolve(dirname(importer), specifier);
  }
  return specifier.startsWith(`${PACKAGE}/`)
    ? join(root, `${specifier.slice(PACKAGE.length + 1)}.ts`)
    : null;
}

function playgroundPath(file, roots) {
  const inside = relative(roots.ts, file);
  return inside.startsWith('..')
    ? `/${basename(file)}`
    : `/node_modules/${PACKAGE}/${inside}`;
}
