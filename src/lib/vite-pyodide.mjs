import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const ID = 'pyodide-files';
const NAMES = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'python_stdlib.zip',
];
const DEV_PATH = '/@pyodide/';

/**
 * `import files from 'pyodide-files'` lists the core of Pyodide: `{ name, url,
 * size, packed }` of each file. What lies at the address is compressed by us,
 * since not every host compresses WebAssembly, and has a neutral extension,
 * since some hosts take `.gz` for an encoding.
 *
 * @returns {import('vite').Plugin}
 */
export function pyodideFiles() {
  let isBuild = false;
  return {
    name: 'pyodide-files',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId(id) {
      return id === ID ? `\0${ID}` : null;
    },
    async load(id) {
      if (id !== `\0${ID}`) {
        return null;
      }
      const entries = [];
      for (const name of NAMES) {
        const { size, packed } = await pack(name);
        const url = isBuild
          ? `import.meta.ROLLUP_FILE_URL_${this.emitFile({
              type: 'asset',
              name: `${name}.bin`,
              source: packed,
            })}`
          : JSON.stringify(DEV_PATH + name);
        entries.push(
          `{ name: '${name}', url: ${url}, size: ${size}, packed: ${packed.length} }`,
        );
      }
      return `export default [${entries.join(', ')}];`;
    },
    configureServer(server) {
      server.middlewares.use(DEV_PATH, async (request, response) => {
        const name = (request.url ?? '').slice(1);
        response.end(NAMES.includes(name) ? (await pack(name)).packed : '');
      });
    },
  };
}

const packs = new Map();

function pack(name) {
  if (!packs.has(name)) {
    packs.set(name, compress(name));
  }
  return packs.get(name);
}

async function compress(name) {
  const path = createRequire(import.meta.url).resolve(`pyodide/${name}`);
  const bytes = await readFile(path);
  const packed = await promisify(gzip)(bytes, { level: 9 });
  return { size: bytes.length, packed };
}
