import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';

const SCHEME = 'sources:';
const PACKAGE = '@runnable-guide/algorithms';
const IMPORT = /(?:\bfrom|\bimport)\s*['"]([^'"\n]+)['"]/g;

/**
 * `import files from 'sources:./main.ts,k-means.test.ts'` gives the text of
 * the lab's program, of the named tests and of all that they import from the
 * algorithms package: a record from the path in the playground to the source.
 * The bytes are those of the repository; nothing is rewritten.
 *
 * @param {{ algorithms: string }} options folder of the package's sources
 * @returns {import('vite').Plugin}
 */
export function labSources({ algorithms }) {
  const root = resolve(algorithms);
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
        ...tests.map((test) => join(root, test)),
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
        const path = playgroundPath(file, root);
        if (Object.hasOwn(files, path)) {
          continue;
        }
        this.addWatchFile(file);
        files[path] = await readFile(file, 'utf8');
        for (const [, specifier] of files[path].matchAll(IMPORT)) {
          const target = targetOf(specifier, file, root);
          if (target !== null) {
            queue.push(target);
          }
        }
      }
      return `export default ${JSON.stringify(files)};`;
    },
  };
}

function targetOf(specifier, importer, root) {
  if (specifier.startsWith('.')) {
    return resolve(dirname(importer), specifier);
  }
  return specifier.startsWith(`${PACKAGE}/`)
    ? join(root, `${specifier.slice(PACKAGE.length + 1)}.ts`)
    : null;
}

function playgroundPath(file, root) {
  const inside = relative(root, file);
  return inside.startsWith('..')
    ? `/${basename(file)}`
    : `/node_modules/${PACKAGE}/${inside}`;
}
