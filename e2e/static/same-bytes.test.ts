import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { differences } from '../../scripts/same-bytes.ts';
import { builtFiles, readBuilt } from './support/files.ts';

function folderOf(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'guide-bytes-'));
  mkdirSync(join(root, 'deep'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(root, name), text);
  }
  return root;
}

it('finds a file that changed, one that vanished and one that came', () => {
  const first = folderOf({ a: '1', 'deep/b': '2', c: '3', '.d': '4' });
  const second = folderOf({ a: '1', 'deep/b': '2!', '.d': '4!', e: '5' });
  expect(differences(first, second)).toEqual([
    '.d has other bytes',
    `c is in ${first} alone`,
    'deep/b has other bytes',
    `e is in ${second} alone`,
  ]);
});

it('finds nothing in two equal folders', () => {
  const files = { a: '1', 'deep/b': '2' };
  expect(differences(folderOf(files), folderOf(files))).toEqual([]);
});

it('leaves no trace of the folder in which the site was built', () => {
  const folder = process.cwd();
  const pages = builtFiles('**/*.html');
  const traces = builtFiles('**/*.{html,js,css,json}').filter((file) =>
    readBuilt(file).includes(folder),
  );
  expect(traces).toEqual([]);
  // A hash of the folder's path would be one too: Astro's ids of islands.
  for (const page of pages) {
    const ids = readBuilt(page)
      .toString('utf8')
      .matchAll(/<astro-island uid="([^"]*)"/g);
    Array.from(ids, ([, id], index) => expect(id, page).toBe(`${index + 1}`));
  }
});
