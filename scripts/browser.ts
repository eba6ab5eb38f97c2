/**
 * Finds a Chromium for the end-to-end tests, or gets one.
 *
 * Usage: node scripts/browser.ts           makes sure there is one, or says what
 *                                          to do
 *        node scripts/browser.ts --shell   tries to get the headless shell, too
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { attempt, installDebian } from './debian.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
/** Chromium without windows and profiles, as Debian's package calls it. */
const SHELL = 'chromium-headless-shell';

/** The browser to start; undefined where Playwright's own is installed. */
export function chromiumPath(): string | undefined {
  return chosen() ?? pathOfCommand(NAMES);
}

/**
 * The same for hundreds of tests, each in a context of its own: the shell, which
 * is Playwright's own choice, makes one in a fifth of the time of a whole
 * Chromium.
 */
export function shellPath(): string | undefined {
  return chosen() ?? pathOfCommand([SHELL]) ?? chromiumPath();
}

function chosen(): string | undefined {
  return process.env['PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH'] || undefined;
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
  const isDebian = existsSync('/usr/bin/apt-get');
  if (!isAvailable() && isDebian) {
    installDebian('chromium');
  }
  // Where Playwright's own is used, it is the shell already.
  const path = chosen() ? undefined : chromiumPath();
  const wantsShell = process.argv.includes('--shell') && isDebian;
  if (wantsShell && path !== undefined && path === shellPath()) {
    installDebian(SHELL);
  }
  if (!isAvailable()) {
    console.error(
      'The end-to-end tests need a Chromium: install Chromium or Google ' +
        'Chrome, or set PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH to one.',
    );
    process.exitCode = 1;
  }
}
