import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FlatMatrix } from '@runnable-guide/algorithms/flat-matrix';

export interface ScikitResult {
  ms: number;
  version: string;
  inertia?: number;
  accuracy?: number;
  nodes?: number;
}

// Debian's own: other builds of Python seldom have its packages.
const python = process.env['PYTHON'] ?? '/usr/bin/python3';
const script = fileURLToPath(new URL('scikit.py', import.meta.url));

/** Runs scikit.py; undefined, with a word on the console, if it cannot. */
export function runScikit(
  { rows, columns, values }: FlatMatrix,
  task: object,
): ScikitResult | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'guide-bench-'));
  const file = join(folder, 'table');
  writeFileSync(file, values);
  const input = JSON.stringify({ rounds: 7, ...task, file, rows, columns });
  const { status, stdout, stderr } = spawnSync(python, [script], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  rmSync(folder, { recursive: true });
  if (status === 0) return JSON.parse(stdout);
  console.log(`\nWithout scikit-learn (${python}, python3-sklearn): ${stderr}`);
  return undefined;
}
