import type { Page } from '@playwright/test';

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
  const context = page.context();
  const session = await context.newCDPSession(page);
  // Twice: the first collection lets finalisers run.
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const dom = await session.send('Memory.getDOMCounters');
  await session.detach();
  return {
    heap: usedSize + (await isolatedHeap(page)),
    nodes: dom.nodes,
    documents: dom.documents,
    listeners: dom.jsEventListeners,
    frames: page.frames().length,
    workers: page.workers().length,
  };
}

/** Chromium gives a frame of opaque origin a process, thus a heap, of its own. */
async function isolatedHeap(page: Page): Promise<number> {
  let heap = 0;
  for (const frame of page.frames()) {
    try {
      const session = await page.context().newCDPSession(frame);
      await session.send('HeapProfiler.collectGarbage');
      heap += (await session.send('Runtime.getHeapUsage')).usedSize;
      await session.detach();
    } catch {
      // A frame in the process of the page has no session of its own.
    }
  }
  return heap;
}
