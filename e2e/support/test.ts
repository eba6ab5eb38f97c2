import { test as base, expect } from '@playwright/test';
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

/**
 * Every test refuses requests to other origins, and fails if there was one,
 * or if a page reported an error.
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
      const foreign: string[] = [];
      const errors: string[] = [];
      const isForeign = (url: URL) =>
        /^(https?|wss?):$/.test(url.protocol) &&
        url.host !== new URL(origin).host;
      await context.route(isForeign, (route) => route.abort());
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (isForeign(url) && url.origin !== playedOrigin) {
          foreign.push(request.url());
        }
      });
      await context.routeWebSocket(/.*/, (socket) => {
        foreign.push(socket.url());
        return socket.close();
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
      await use(undefined);
      expect(foreign, 'requests to other origins').toEqual([]);
      expect(errors, 'errors of the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
export type { LabPage } from './lab-page.ts';
