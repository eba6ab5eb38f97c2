import type { Request } from '@playwright/test';
import type { LabPage } from '../support/lab-page.ts';

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

/** Watches a page from the moment it is called. */
export function watch(lab: LabPage, connections: { count: () => number }) {
  const { page } = lab;
  const sent: string[] = [];
  const errors: string[] = [];
  const note = (request: Request, failure?: string) => {
    // What the policy refuses is told as a request too, but does not leave.
    const isOwnFont =
      request.resourceType() === 'font' &&
      new URL(request.url()).origin === new URL(page.url()).origin;
    // Characters that a page has not shown before bring a font file of ours.
    if (
      failure !== 'csp' &&
      !isOwnFont &&
      !/^(blob|data):/.test(request.url())
    ) {
      sent.push(`${request.method()} ${request.url()} ${failure ?? ''}`);
    }
  };
  page.context().on('requestfinished', (request) => note(request));
  page
    .context()
    .on('requestfailed', (request) =>
      note(request, request.failure()?.errorText),
    );
  page.on('pageerror', (error) => errors.push(String(error)));

  async function snapshot(): Promise<Snapshot> {
    const cookies = await page.context().cookies();
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
    }, lab.lab);
    return {
      ...inPage,
      storage: `${inPage.storage} ${JSON.stringify(cookies)}`,
      requestCount: sent.length,
      errorCount: errors.length,
      connectionCount: connections.count(),
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
        lab.root.evaluate((root) => ({
          state: root.getAttribute('data-state'),
          output: Array.from(
            root.querySelectorAll('[role="log"]'),
            (log) => log.textContent,
          ).join('\n'),
        }));
      const end = Date.now() + timeout;
      let last = await read();
      const isDone = () =>
        state.split('|').includes(last.state ?? '') &&
        says.every((text) => text.test(last.output));
      while (!isDone()) {
        if (Date.now() > end) {
          const words = last.output.replace(/\s+/g, ' ').slice(0, 300);
          return [
            `expected ${state}, ${says.join(' ')}; it is ${last.state}: ${words}`,
          ];
        }
        await page.waitForTimeout(50);
        last = await read();
      }
      return [];
    },
    /** Median time in which the page's thread takes up a task. */
    answerMs: () =>
      page.evaluate(async () => {
        const times: number[] = [];
        for (let i = 0; i < 5; i += 1) {
          const start = performance.now();
          await new Promise((resolve) => setTimeout(resolve));
          times.push(performance.now() - start);
        }
        return times.sort((a, b) => a - b)[2] ?? 0;
      }),
    /** The editor draws a part of a long text only: that is read as kept. */
    editorText: async (length: number) => {
      if (length < 2_000) {
        return lab.root.evaluate((root) =>
          Array.from(
            root.querySelectorAll('.pg-editor .cm-line'),
            (line) => line.textContent,
          ).join('\n'),
        );
      }
      await page.waitForTimeout(1_500);
      return page.evaluate((id) => {
        const kept = JSON.parse(localStorage.getItem(`guide.lab.${id}`) ?? '');
        return String(kept.edits.solution['/main.ts']?.code);
      }, lab.lab);
    },
    /** How many requests have left since then, whoever counted them. */
    requestsSince: (before: Snapshot) =>
      sent.length -
      before.requestCount +
      (connections.count() - before.connectionCount),
    sentSince: (before: Snapshot) => sent.slice(before.requestCount),
    errorsSince: (before: Snapshot) =>
      errors.slice(before.errorCount).map((error) => `page error: ${error}`),
  };
}
