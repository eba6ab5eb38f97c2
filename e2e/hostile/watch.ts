import type { HTTPRequest } from 'puppeteer-core';
import type { Tab } from './tab.ts';

/** For so long the page is asked after a program whether it answers. */
const TRIES_MS = 1_500;

interface Snapshot {
  requestCount: number;
  errorCount: number;
  connectionCount: number;
  /** Everything the site has stored, but for the lab's own text. */
  storage: string;
  /** The document without the lab. */
  outside: string;
  hits: boolean;
  longestStallMs: number;
}

/** Watches a tab from the moment it is called. */
export function watch({ page, lab }: Tab, connections: () => number) {
  const sent: string[] = [];
  const errors: string[] = [];
  const site = new URL(page.url()).origin;
  const note = (request: HTTPRequest) => {
    const url = request.url();
    // Characters that a page has not shown before bring a font file of ours.
    const isOwnFont =
      request.resourceType() === 'font' && new URL(url).origin === site;
    if (!isOwnFont && !/^(blob|data):/.test(url)) {
      sent.push(`${request.method()} ${url}`);
    }
  };
  page.on('requestfinished', note);
  page.on('requestfailed', (request) => {
    // What the policy refuses is told as a request too, but does not leave.
    if (request.failure()?.errorText !== 'csp') {
      note(request);
    }
  });
  page.on('pageerror', (error) => errors.push(String(error)));

  async function snapshot(): Promise<Snapshot> {
    const cookies = await page.browserContext().cookies();
    const inPage = await page.evaluate(async (id) => {
      const scope = globalThis as unknown as Record<string, unknown>;
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      copy.querySelector(`section[data-lab="${id}"]`)?.remove();
      // The table of contents follows the reader's place.
      for (const link of copy.querySelectorAll('[aria-current="true"]')) {
        link.removeAttribute('aria-current');
      }
      copy.querySelector('mobile-starlight-toc .display-current')?.remove();
      const local = Object.entries({ ...localStorage }).filter(
        ([key]) => key !== `guide.lab.${id}`,
      );
      const kept = await Promise.all(
        (await caches.keys()).map(async (name) => [
          name,
          (await (await caches.open(name)).keys()).map(({ url }) => url),
        ]),
      );
      const files: string[] = [];
      for await (const name of (
        (await navigator.storage.getDirectory()) as unknown as {
          keys: () => AsyncIterable<string>;
        }
      ).keys()) {
        files.push(name);
      }
      scope['heartbeat'] ??= { longest: 0 };
      const beat = scope['heartbeat'] as {
        longest: number;
        timer?: number;
      };
      const { longest } = beat;
      beat.longest = 0;
      if (beat.timer === undefined) {
        let last = performance.now();
        beat.timer = window.setInterval(() => {
          const now = performance.now();
          beat.longest = Math.max(beat.longest, now - last - 10);
          last = now;
        }, 10);
      }
      return {
        storage: JSON.stringify([
          local,
          { ...sessionStorage },
          document.cookie,
          await indexedDB.databases(),
          kept,
          files,
          (await navigator.serviceWorker.getRegistrations()).length,
        ]),
        outside: copy.outerHTML,
        hits: scope['__hit'] !== undefined,
        longestStallMs: longest,
      };
    }, lab);
    return {
      ...inPage,
      storage: `${inPage.storage} ${JSON.stringify(cookies)}`,
      requestCount: sent.length,
      errorCount: errors.length,
      connectionCount: connections(),
    };
  }

  return {
    snapshot,
    /** Waits for the output to say it; else says what stands there. */
    async waitFor(
      says: readonly RegExp[],
      state: string,
      timeout: number,
    ): Promise<string[]> {
      const read = () =>
        page.evaluate((id) => {
          const root = document.querySelector(`section[data-lab="${id}"]`);
          const logs = root?.querySelectorAll('[role="log"]') ?? [];
          return {
            state: root?.getAttribute('data-state') ?? '',
            output: Array.from(logs, (log) => log.textContent).join('\n'),
          };
        }, lab);
      const end = Date.now() + timeout;
      let last = await read();
      const isDone = () =>
        state.split('|').includes(last.state) &&
        says.every((text) => text.test(last.output));
      while (!isDone()) {
        if (Date.now() > end) {
          const words = last.output.replace(/\s+/g, ' ').slice(0, 300);
          return [
            `expected ${state}, ${says.join(' ')}; it is ${last.state}: ${words}`,
          ];
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
        last = await read();
      }
      return [];
    },
    /**
     * How long a key waits for the frame after it, by the browser's own time of
     * the key. The best of some tries, since other work on the machine may delay
     * one; a page that stays busy, or freezes for as long as all tries may take,
     * has no good one.
     */
    async answerMs(goalMs: number): Promise<number> {
      const end = Date.now() + TRIES_MS;
      let best = Number.POSITIVE_INFINITY;
      while (best > goalMs && Date.now() < end) {
        const listening = await page.evaluateHandle(() => ({
          ms: new Promise<number>((resolve) => {
            const answer = ({ timeStamp }: Event) =>
              requestAnimationFrame(() =>
                resolve(performance.now() - timeStamp),
              );
            addEventListener('keydown', answer, { once: true, capture: true });
          }),
        }));
        await page.keyboard.press('Shift');
        best = Math.min(best, await listening.evaluate(({ ms }) => ms));
        await listening.dispose();
      }
      return best;
    },
    /** The editor draws a part of a long text only: that is read as kept. */
    async editorText(length: number): Promise<string> {
      if (length < 2_000) {
        return page.evaluate(
          (id) =>
            Array.from(
              document.querySelectorAll(
                `section[data-lab="${id}"] .pg-editor .cm-line`,
              ),
              (line) => line.textContent,
            ).join('\n'),
          lab,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return page.evaluate((id) => {
        const kept = JSON.parse(localStorage.getItem(`guide.lab.${id}`) ?? '');
        return String(kept.edits.solution['/main.ts']?.code);
      }, lab);
    },
    /** How many requests have left since then, whoever counted them. */
    requestsSince: (before: Snapshot) =>
      sent.length -
      before.requestCount +
      (connections() - before.connectionCount),
    errorsSince: (before: Snapshot) =>
      errors.slice(before.errorCount).map((error) => `page error: ${error}`),
  };
}
