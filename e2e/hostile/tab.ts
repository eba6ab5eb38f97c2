import { chromium, expect } from '@playwright/test';
import puppeteer, { type Frame } from 'puppeteer-core';
import { chromiumPath } from '../../scripts/browser.ts';
import { names } from '../support/site.ts';

/** A page that does not answer for so long is given up. */
const DEAD_MS = 30_000;
const START_MS = 30_000;
const SWITCHES = [
  '--headless=new',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--use-mock-keychain',
];

/**
 * A browser with the page of a lab. Driven by Puppeteer, since Playwright takes
 * the death of a frame's process for that of its page, and does not touch the
 * page from then on: what has to be seen is that the reader can.
 */
export async function openTab(url: string, lab: string) {
  const browser = await puppeteer.launch({
    executablePath: chromiumPath() ?? chromium.executablePath(),
    // Puppeteer's own switch off what a reader's browser does: give frames of
    // opaque origin a process of their own.
    ignoreDefaultArgs: true,
    args: [...SWITCHES, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    defaultViewport: { width: 1440, height: 900 },
    pipe: true,
    protocolTimeout: DEAD_MS,
  });
  const [page = await browser.newPage()] = await browser.pages();
  const section = `section[data-lab="${lab}"]`;
  // What the site stores for reading offline is none of the programs' doing.
  await page.evaluateOnNewDocument(() => {
    if (isSecureContext && window === window.top) {
      navigator.serviceWorker.register = () => new Promise(() => {});
    }
  });
  await page.goto(url);
  // The section is exchanged when it comes alive, which it does when in view.
  await page.waitForFunction(
    (selector) => {
      const element = document.querySelector<HTMLElement>(selector);
      element?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return element?.dataset['state'] === 'ready';
    },
    { timeout: START_MS, polling: 200 },
    section,
  );

  /** Presses what has this name, if it is there. */
  function click(selector: string, name: string): Promise<void> {
    return page.evaluate(
      (among, title) =>
        Array.from(document.querySelectorAll<HTMLElement>(among))
          .find(({ textContent }) => textContent.trim() === title)
          ?.click(),
      `${section} ${selector}`,
      name,
    );
  }

  return {
    page,
    lab,
    close: () => browser.close(),
    press: (button: 'run' | 'stop' | 'runTests' | 'console') =>
      click('button:not([role="tab"])', names.en[button]),
    openFile: (file: string) => click('[role="tab"]', file),
    /** Replaces the text of the file that is open, as one edit. */
    async write(text: string): Promise<void> {
      await page.focus(`${section} .pg-editor .cm-content`);
      const modifier = process.platform === 'darwin' ? 'Meta' : 'Control';
      await page.keyboard.down(modifier);
      await page.keyboard.press('a');
      await page.keyboard.up(modifier);
      await page.keyboard.sendCharacter(text);
      // No reader is faster than two frames.
      await page.evaluate(
        () =>
          new Promise((resolve) => {
            requestAnimationFrame(() =>
              requestAnimationFrame(() => setTimeout(resolve)),
            );
          }),
      );
    },
    /** Ends the process of the isolated frame, as the system does. */
    async killFrame(): Promise<void> {
      const target = browser
        .targets()
        .find((item) => item.url() === 'about:srcdoc');
      const session = await target?.createCDPSession();
      // No answer comes from the dead.
      void session?.send('Page.crash').catch(() => {});
      expect(session).toBeDefined();
    },
    isolatedFrame(): Frame {
      const frame = page
        .frames()
        .find((item) => item.url() === 'about:srcdoc' && !item.detached);
      if (frame === undefined) {
        throw new Error('There is no isolated frame.');
      }
      return frame;
    },
  };
}

export type Tab = Awaited<ReturnType<typeof openTab>>;
