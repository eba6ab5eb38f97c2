import { type BrowserContext, test as base, expect } from '@playwright/test';
import { type LabPage, openLab } from './lab-page.ts';
import type { Locale } from './site.ts';

interface Fixtures {
  /** Console errors that the test itself provokes. */
  allowedError: RegExp | null;
  /** Another origin, all of whose answers the test makes up. */
  playedOrigin: string | null;
  /** Opens a lab and waits for its first result. */
  openLab: (lab: string, locale?: Locale) => Promise<LabPage>;
  guard: undefined;
}

/** What no test may meet; the lists grow while the context is open. */
export function watch(
  context: BrowserContext,
  origin: string,
  allowedError: RegExp | null = null,
  playedOrigin: string | null = null,
) {
  const foreign: string[] = [];
  const errors: string[] = [];
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isOfNetwork = /^https?:$/.test(url.protocol);
    if (isOfNetwork && ![origin, playedOrigin].includes(url.origin)) {
      foreign.push(url.href);
    }
  });
  context.on('page', (page) => {
    page.on('websocket', (socket) => foreign.push(socket.url()));
  });
  context.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !allowedError?.test(text)) {
      errors.push(`${text} (${message.location().url})`);
    }
  });
  context.on('weberror', (error) => {
    errors.push(String(error.error().stack ?? error.error()));
  });
  return { foreign, errors };
}

/**
 * Every test fails if there was a request to another origin (which the browser
 * does not let out, by playwright.config.ts), or if a page reported an error.
 */
export const test = base.extend<Fixtures>({
  allowedError: [null, { option: true }],
  playedOrigin: [null, { option: true }],
  openLab: async ({ page }, use) => {
    await use((lab, locale) => openLab(page, lab, locale));
  },
  guard: [
    async ({ context, baseURL, allowedError, playedOrigin }, use) => {
      const { origin } = new URL(baseURL ?? '');
      const seen = watch(context, origin, allowedError, playedOrigin);
      await use(undefined);
      expect(seen.foreign, 'requests to other origins').toEqual([]);
      expect(seen.errors, 'errors of the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
export type { LabPage } from './lab-page.ts';
