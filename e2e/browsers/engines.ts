import { existsSync, globSync } from 'node:fs';
import { chromiumPath, pathOfCommand } from '../../scripts/browser.ts';
import type { Driver } from './driver.ts';
import { drivePuppeteer } from './puppeteer.ts';
import { driveWebKit } from './webkit.ts';

interface Engine {
  title: string;
  /** Debian's packages for it. */
  packages: readonly string[];
  /** Where it is; undefined if something of it is missing. */
  find: () => string | undefined;
  /** What to do on a machine without Debian's packages. */
  advice: string;
  start: (path: string) => Promise<Driver>;
}

export const engines = {
  chromium: {
    title: 'Chromium',
    packages: ['chromium'],
    find: chromiumPath,
    advice:
      'Install Chromium or Google Chrome, or set ' +
      'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH to one.',
    start: (path) => drivePuppeteer('chrome', path),
  },
  firefox: {
    title: 'Firefox',
    packages: ['firefox-esr'],
    find: () =>
      process.env['FIREFOX_EXECUTABLE_PATH'] ??
      pathOfCommand(['firefox-esr', 'firefox']),
    advice: 'Install Firefox 140 or newer, or set FIREFOX_EXECUTABLE_PATH.',
    start: (path) => drivePuppeteer('firefox', path),
  },
  webkit: {
    title: 'WebKit',
    packages: ['webkit2gtk-driver', 'xvfb'],
    find: () =>
      pathOfCommand(['WebKitWebDriver']) && pathOfCommand(['Xvfb'])
        ? miniBrowser()
        : undefined,
    advice:
      'It needs WebKitWebDriver and MiniBrowser of WebKitGTK, and Xvfb; on ' +
      'Debian and Ubuntu these are the packages webkit2gtk-driver and xvfb.',
    start: driveWebKit,
  },
} satisfies Record<string, Engine>;

export type EngineName = keyof typeof engines;

function miniBrowser(): string | undefined {
  return [
    ...globSync('/usr/lib/*/webkit2gtk-4*/MiniBrowser'),
    ...globSync('/usr/libexec/webkit2gtk-4*/MiniBrowser'),
  ].find((path) => existsSync(path));
}
