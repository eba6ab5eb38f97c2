import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { groupOf } from '../offline/groups.ts';

const WORKER = 'service-worker.js';
const TOTALS = 'offline.json';

/**
 * Writes the service worker, which knows every file of the built site, and
 * how much there is to store. Must be the last integration: what another one
 * changes later would not be what the worker expects.
 *
 * @returns {import('astro').AstroIntegration}
 */
export function offlineFiles() {
  return {
    name: 'offline-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const entries = await entriesOf(root);
        await writeFile(join(root, WORKER), await workerCode(entries));
        await writeFile(join(root, TOTALS), JSON.stringify(totalsOf(entries)));
      },
    },
  };
}

/** @returns {Promise<import('../offline/protocol.ts').Entry[]>} */
export async function entriesOf(root) {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const files = found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => path.slice(root.length).replaceAll('\\', '/'))
    .filter((path) => path !== WORKER && path !== TOTALS)
    .sort();
  const entries = [];
  for (const file of files) {
    const group = groupOf(file);
    if (group !== null) {
      const content = await readFile(join(root, file));
      const hash = createHash('sha256').update(content).digest('base64');
      entries.push({
        url: `./${file.replace(/(^|\/)index\.html$/, '$1')}`,
        integrity: `sha256-${hash}`,
        group,
        bytes: content.length,
        gzip: gzipSync(content).length,
      });
    }
  }
  return entries;
}

function totalsOf(entries) {
  const sum = (key) => entries.reduce((total, entry) => total + entry[key], 0);
  return { files: entries.length, bytes: sum('bytes'), gzip: sum('gzip') };
}

async function workerCode(entries) {
  const bundle = await rolldown({
    input: fileURLToPath(
      new URL('../offline/service-worker.ts', import.meta.url),
    ),
    platform: 'browser',
    transform: {
      define: {
        'process.env.NODE_ENV': '"production"',
        OFFLINE_ENTRIES: JSON.stringify(entries),
      },
    },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  return output[0].code;
}
