/**
 * Runs the tests of packages/python with a CPython that has NumPy. Debian's
 * packages are installed where they are missing and may be.
 *
 * Usage: node scripts/python.ts   (PYTHON: the interpreter to use)
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installDebian } from './debian.ts';

const PROBE = 'import sys, numpy; assert sys.version_info >= (3, 10)';

/** The system's own first: Debian's NumPy is for that one. */
const candidates = () =>
  process.env['PYTHON']
    ? [process.env['PYTHON']]
    : ['/usr/bin/python3', 'python3', 'python'];

function find(): string | undefined {
  return candidates().find(
    (path) => spawnSync(path, ['-c', PROBE]).status === 0,
  );
}

const isChosen = process.env['PYTHON'] !== undefined;
if (!isChosen && find() === undefined && existsSync('/usr/bin/apt-get')) {
  console.log('No Python with NumPy found.');
  installDebian('python3', 'python3-numpy');
}
const python = find();
if (python === undefined) {
  console.error(
    'The Python solutions need CPython 3.10 or newer with NumPy: install ' +
      'python3 and python3-numpy (Debian, Ubuntu), or run ' +
      '`pip install numpy`, or set PYTHON to an interpreter that has it.',
  );
  process.exitCode = 1;
} else {
  const { status } = spawnSync(python, ['-B', 'packages/python/run_tests.py'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  process.exitCode = status ?? 1;
}
