import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const GENERATED = new Set([
  '.astro',
  '.git',
  'dist',
  'node_modules',
  'playwright-report',
  'test-results',
]);

/** Repository paths, with forward slashes, sorted. Skips generated folders. */
export function filesMatching(...patterns: string[]): string[] {
  return globSync(patterns, {
    cwd: root,
    withFileTypes: true,
    exclude: (entry) => entry.isDirectory() && GENERATED.has(entry.name),
  })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(root.length))
    .sort();
}

export function readSource(path: string): string {
  return readFileSync(root + path, 'utf8');
}

/** Paths below `dist/`, sorted. */
export function builtFiles(pattern: string): string[] {
  return globSync(pattern, { cwd: `${root}dist`, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      `${entry.parentPath}/${entry.name}`.slice(`${root}dist/`.length),
    )
    .sort();
}

export function readBuilt(path: string): Buffer {
  return readFileSync(`${root}dist/${path}`);
}
