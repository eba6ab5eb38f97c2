/**
 * Finds a Chromium for the end-to-end tests, or gets one.
 *
 * Usage: node scripts/browser.ts   makes sure there is one, or says what to do
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { attempt, installDebian } from './debian.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser to start; undefined where Playwright's own is installed. */
export function chromiumPath(): string | undefined {
  const chosen = process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'];
  if (chosen) {
    return chosen;
  }
  return pathOfCommand(NAMES);
}

/** Where the first of these commands is that the machine has. */
export function pathOfCommand(names: readonly string[]): string | undefined {
  for (const name of names) {
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

if (import.meta.main) {
  if (!isAvailable()) {
    console.log('No Chromium found.');
    attempt('npx', ['playwright', 'install', 'chromium'], 180_000);
  }
  if (!isAvailable() && existsSync('/usr/bin/apt-get')) {
    installDebian('chromium');
  }
  if (!isAvailable()) {
    console.error(
      'The end-to-end tests need a Chromium: install Chromium or Google ' +
        'Chrome, or set PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH to one.',
    );
    process.exitCode = 1;
  }
}
