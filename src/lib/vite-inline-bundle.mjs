import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';
import { shippedFiles } from './vite-shipped-files.mjs';

const QUERY = '?inline-bundle';

/**
 * `import worker from './worker.ts?inline-bundle'` gives the module and all it
 * imports as one classic script, `{ code, integrity }`. The sandbox needs it
 * as text: an opaque origin cannot fetch a script of ours.
 *
 * `integrity` is the script's hash in the form Content-Security-Policy takes.
 * With `&global=name` the module's exports become that global variable.
 *
 * @returns {import('vite').Plugin}
 */
export function inlineBundle() {
  return {
    name: 'inline-bundle',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.includes(QUERY)) {
        return null;
      }
      const [path, options = ''] = id.split(QUERY);
      const resolved = await this.resolve(path, importer);
      return resolved ? `${resolved.id}${QUERY}${options}` : null;
    },
    async load(id) {
      if (!id.includes(QUERY)) {
        return null;
      }
      const [input, options = ''] = id.split(QUERY);
      const name = new URLSearchParams(options).get('global') ?? undefined;
      const bundle = await rolldown({
        input,
        platform: 'browser',
        plugins: [rawText],
      });
      const { output } = await bundle.generate({
        format: 'iife',
        minify: true,
        ...(name ? { name } : {}),
      });
      await bundle.close();
      const [{ code, moduleIds }] = output;
      for (const moduleId of moduleIds) {
        this.addWatchFile(moduleId.replace(RAW, ''));
        shippedFiles().add(moduleId);
      }
      const digest = createHash('sha256').update(code).digest('base64');
      const integrity = `sha256-${digest}`;
      return `export default ${JSON.stringify({ code, integrity })};`;
    },
  };
}

const RAW = '?raw';

/** `import text from './file?raw'`, as Vite has it. */
const rawText = {
  name: 'raw-text',
  resolveId(id, importer) {
    return id.endsWith(RAW) ? join(dirname(importer), id) : null;
  },
  async load(id) {
    if (!id.endsWith(RAW)) {
      return null;
    }
    const text = await readFile(id.slice(0, -RAW.length), 'utf8');
    return {
      code: `export default ${JSON.stringify(text)};`,
      moduleType: 'js',
    };
  },
};
