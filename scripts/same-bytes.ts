/**
 * Builds the site a second time and compares every file with `dist/`, which
 * it leaves alone. A build must depend on nothing but the sources: not on the
 * time, on chance, or on what an earlier build has cached.
 *
 * Usage: node scripts/same-bytes.ts   (after `npm run build`, same variables)
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync } from 'node:fs';

/** Inside the project: the build looks for its packages from there. */
const AGAIN = '.astro/again';

/** A sentence for each file that the folders do not share byte for byte. */
export function differences(first: string, second: string): string[] {
  const before = hashes(first);
  const after = hashes(second);
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .filter((file) => before.get(file) !== after.get(file))
    .map((file) =>
      before.has(file) && after.has(file)
        ? `${file} has other bytes`
        : `${file} is in ${before.has(file) ? first : second} alone`,
    );
}

function hashes(folder: string): Map<string, string> {
  const files = globSync(['**/*', '**/.*'], {
    cwd: folder,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
  return new Map(
    files.map((path) => [
      path.slice(path.indexOf(folder) + folder.length + 1),
      createHash('sha256').update(readFileSync(path)).digest('hex'),
    ]),
  );
}

if (import.meta.main) {
  rmSync(AGAIN, { recursive: true, force: true });
  const { status } = spawnSync('npx', ['astro', 'build', '--outDir', AGAIN], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const count = hashes('dist').size;
  const found = differences('dist', AGAIN);
  rmSync(AGAIN, { recursive: true, force: true });
  if (status !== 0 || count === 0 || found.length > 0) {
    console.error(
      `Two builds of the same sources differ:\n${found.join('\n')}\n` +
        'Something in the build depends on time, chance, order or a cache: ' +
        'sort it, seed it, or take it from the sources.',
    );
    process.exitCode = 1;
  } else {
    console.log(`${count} files, the same bytes twice`);
  }
}
