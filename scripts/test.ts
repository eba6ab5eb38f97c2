/**
 * All checks in one run: types, lint, unit tests, Python tests, build, static
 * checks, end-to-end tests. Later stages run even if an earlier one fails, unless
 * they need its result. Ends with one line of real counts.
 *
 * Usage: node scripts/test.ts [--browsers]   (with npm run test:browsers)
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'guide-counts-'));
const total = { passed: 0, failed: 0, skipped: 0 };
/** The name of each, with its message. */
const failures: string[] = [];

interface Result {
  passed: number;
  failed: number;
  skipped: number;
  failures?: string[];
}

function run(
  name: string,
  command: string,
  env: Record<string, string> = {},
): boolean {
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync(command, {
    shell: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  });
  return status === 0;
}

/** A check without tests of its own counts as one. */
function check(name: string, command: string): boolean {
  const ok = run(name, command);
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) {
    failures.push(name);
  }
  return ok;
}

/** A test runner; one that dies before it can report counts as a failure. */
function tests(
  name: string,
  command: string,
  read: (file: string) => Result,
): void {
  const file = join(folder, `${name.replace(/\W/g, '-')}.json`);
  const ok = run(name, command.replace('COUNTS', file), { COUNTS_FILE: file });
  let counts: Result = { passed: 0, failed: 0, skipped: 0 };
  try {
    counts = read(file);
  } catch {
    console.error(`${name} wrote no results`);
  }
  total.passed += counts.passed;
  total.skipped += counts.skipped;
  total.failed += counts.failed;
  failures.push(...(counts.failures ?? []).map((text) => `${name} › ${text}`));
  const isEmpty = counts.passed + counts.failed === 0;
  if (counts.failed === 0 && (!ok || isEmpty)) {
    total.failed += 1;
    failures.push(`${name}${isEmpty ? ' ran no test' : ''}`);
  }
}

function readCounts(file: string): Result {
  return JSON.parse(readFileSync(file, 'utf8'));
}

interface VitestFile {
  name: string;
  status: string;
  message: string;
  assertionResults: {
    fullName: string;
    status: string;
    failureMessages: string[];
  }[];
}

/** A file that fails by itself, with none of its tests, counts as one. */
function vitestCounts(file: string): Result {
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const failures = result.testResults.flatMap((each: VitestFile) => {
    const failed = each.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((test) => `${test.fullName}\n${test.failureMessages[0]}`);
    return each.status === 'failed' && failed.length === 0
      ? [`${each.name}\n${each.message}`]
      : failed;
  });
  return {
    passed: result.numPassedTests,
    failed: failures.length,
    skipped: result.numPendingTests + result.numTodoTests,
    failures,
  };
}

const vitest = (project: string) =>
  `vitest run --project ${project} --reporter=default --reporter=json ` +
  '--outputFile.json=COUNTS';

check('types', 'astro sync && astro check');
check('lint and format', 'biome ci .');
tests('unit tests', vitest('unit'), vitestCounts);
tests('python tests', 'node scripts/python.ts', readCounts);
const isBuilt = check('build', 'astro build');
if (isBuilt) {
  check('same bytes', 'node scripts/same-bytes.ts');
  tests('static checks', vitest('static'), vitestCounts);
  tests('installs', vitest('installs'), vitestCounts);
  if (check('browser', 'node scripts/browser.ts --shell')) {
    const projects = '--project=desktop --project=phone --project=hostile';
    tests('end-to-end tests', `playwright test ${projects}`, readCounts);
  }
  if (process.argv.includes('--browsers')) {
    tests('three browsers', 'node e2e/browsers/main.ts', vitestCounts);
  }
}
for (const text of failures) {
  const [name, ...message] = text.split('\n');
  console.log(`\n✗ ${name}\n${message.slice(0, 12).join('\n')}`);
}
console.log(
  `\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
);
process.exitCode = total.failed === 0 ? 0 : 1;
