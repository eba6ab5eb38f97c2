/**
 * Finds a Chromium for the end-to-end tests, or gets one.
 *
 * Usage: node scripts/browser.ts   makes sure there is one, or says what to do
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser to start; undefined where Playwright's own is installed. */
export function chromiumPath(): string | undefined {
  const chosen = process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
  if (chosen) {
    return chosen;
  }
  for (const name of NAMES) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' });
    if (status === 0) {
      return stdout.trim();
    }
  }
  return undefined;
}

function isAvailable(): boolean {
  const path = chromiumPath();
  return existsSync(path ?? chromium.executablePath());
}

function attempt(command: string, args: string[], timeout: number): void {
  console.log(`No Chromium found. Trying: ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { stdio: 'inherit', timeout });
  } catch {
    // The next way is tried, and in the end a sentence says what to do.
  }
}

if (import.meta.main) {
  if (!isAvailable()) {
    attempt('npx', ['playwright', 'install', 'chromium'], 180_000);
  }
  if (!isAvailable() && existsSync('/usr/bin/apt-get')) {
    const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
    const [update = '', ...updateArgs] = [...sudo, 'apt-get', 'update'];
    const [install = '', ...installArgs] = [
      ...sudo,
      'apt-get',
      'install',
      '-y',
      'chromium',
    ];
    attempt(update, updateArgs, 300_000);
    attempt(install, installArgs, 600_000);
  }
  if (!isAvailable()) {
    console.error(
      'The end-to-end tests need a Chromium: install Chromium or Google ' +
        'Chrome, or set PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH to one.',
    );
    process.exitCode = 1;
  }
}
