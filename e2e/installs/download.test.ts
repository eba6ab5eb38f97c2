import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { labIds, loadLab } from '../../packages/labs/catalog.ts';
import { labZip } from '../../src/lib/lab-zip.ts';

const run = promisify(execFile);
const root = mkdtempSync(join(tmpdir(), 'guide-download-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What a reader does with a downloaded lab: unpack, install, start, test. */
describe.concurrent('a downloaded lab works on its own', () => {
  it.each(labIds)('%s', { timeout: 300_000 }, async (id) => {
    const lab = await loadLab(id);
    const folder = join(root, id);
    const entries = unzipSync(labZip(id, lab.title.en, lab.files));
    for (const [path, bytes] of Object.entries(entries)) {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, strFromU8(bytes));
    }
    const npm = (...words: string[]) =>
      run('npm', words, { cwd: folder, env: cleanEnvironment() });
    await npm('install', '--prefer-offline', '--no-audit', '--no-fund');
    const started = await npm('start');
    expect(started.stdout).toMatch(/\[plot\.\w+\]|\S{3,}/);
    const tested = await npm('test');
    // Vitest fails by itself; this makes sure that it ran what the lab has.
    if (lab.tests.length > 0) {
      expect(tested.stdout).toMatch(
        new RegExp(`Test Files\\s+${lab.tests.length} passed`),
      );
    }
  });
});

/** Without what this very test run has put into the environment. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|NODE_ENV|npm_|COUNTS_FILE)/.test(name),
  );
  return { ...Object.fromEntries(entries), NO_COLOR: '1' };
}
