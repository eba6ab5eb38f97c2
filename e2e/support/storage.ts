import type { Page } from '@playwright/test';

/** Fills the browser's storage for this site, to the last few characters. */
export function fillStorage(page: Page): Promise<void> {
  return page.evaluate(() => {
    let text = 'x'.repeat(2 ** 20);
    for (let count = 0; text !== ''; count += 1) {
      try {
        localStorage.setItem(`filler-${count}`, text);
      } catch {
        text = text.slice(0, text.length / 2);
      }
    }
  });
}

/** Takes out again what `fillStorage` put in. */
export function makeRoom(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith('filler-')) {
        localStorage.removeItem(key);
      }
    }
  });
}
