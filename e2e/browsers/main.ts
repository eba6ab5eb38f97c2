/**
 * Every lab in Chromium, Firefox and WebKit, on the built site. Installs what
 * is missing from Debian's packages, or says in words what is missing; builds
 * the site if there is none. Prints lab × engine × step.
 *
 * Usage: node e2e/browsers/main.ts [arguments of vitest, such as -t k-means]
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installDebian } from '../../scripts/debian.ts';
import { engines } from './engines.ts';

const isDebian = existsSync('/usr/bin/apt-get');

function node(...command: string[]): number {
  const { status } = spawnSync('npx', command, { stdio: 'inherit' });
  return status ?? 1;
}

/** Sentences about the browsers that are missing and could not be installed. */
function missing(): string[] {
  return Object.values(engines).flatMap((engine) => {
    if (engine.find() === undefined && isDebian) {
      console.log(`No ${engine.title} found.`);
      installDebian(...engine.packages);
    }
    return engine.find() === undefined
      ? [`${engine.title} is missing. ${engine.advice}`]
      : [];
  });
}

const problems = missing();
if (problems.length > 0) {
  console.error(`${problems.join('\n')}\nThe three engines were not tested.`);
  process.exit(1);
}
if (!existsSync('dist/index.html')) {
  node('astro', 'build');
}
const counts = process.env['COUNTS_FILE'];
process.exitCode = node(
  'vitest',
  'run',
  '--project=browsers',
  '--reporter=verbose',
  '--reporter=./e2e/browsers/table-reporter.ts',
  ...(counts ? ['--reporter=json', `--outputFile.json=${counts}`] : []),
  ...process.argv.slice(2),
);
