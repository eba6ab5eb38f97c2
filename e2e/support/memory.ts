import type { CDPSession, Page } from '@playwright/test';

export interface Memory {
  /** JavaScript in use after a forced collection, in the page and its frames. */
  heap: number;
  nodes: number;
  documents: number;
  listeners: number;
  frames: number;
  workers: number;
}

/** What a tab holds, by the browser's own count. */
export async function measureMemory(page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  const isolated = await isolatedHeap(page);
  const { usedSize, dom } = await collectAll(session);
  await session.detach();
  return {
    heap: usedSize + isolated,
    nodes: dom.nodes,
    documents: dom.documents,
    listeners: dom.jsEventListeners,
    frames: page.frames().length,
    workers: page.workers().length,
  };
}

/**
 * Collects until three collections in a row free nothing: what finalisers, and
 * documents that were left, let go of is found by a later one only.
 */
async function collectAll(session: CDPSession) {
  let fewest = Number.POSITIVE_INFINITY;
  for (let vain = 0, tries = 0; vain < 3 && tries < 40; tries += 1) {
    await session.send('HeapProfiler.collectGarbage');
    const { nodes } = await session.send('Memory.getDOMCounters');
    vain = nodes < fewest ? 0 : vain + 1;
    fewest = Math.min(fewest, nodes);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return { usedSize, dom: await session.send('Memory.getDOMCounters') };
}

/** Chromium gives a frame of opaque origin a process, thus a heap, of its own. */
async function isolatedHeap(page: Page): Promise<number> {
  let heap = 0;
  for (const frame of page.frames()) {
    try {
      const session = await page.context().newCDPSession(frame);
      heap += (await collectAll(session)).usedSize;
      await session.detach();
    } catch {
      // A frame in the process of the page has no session of its own.
    }
  }
  return heap;
}
