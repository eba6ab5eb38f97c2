/**
 * Stands between a worker and the page: a thread of its own, which alone
 * touches what the worker sends before its size is known. What passes is a
 * well-formed report within the quota of the run, together with what came close
 * to it; the rest never reaches the thread of the page. One gate a worker, made
 * and ended with it.
 */
import { createGatherer } from './gather.ts';
import type { Command } from './messages.ts';
import { parseReport } from './parse-report.ts';
import { createQuota } from './quota.ts';

addEventListener(
  'message',
  ({ ports: [host, worker] }) => {
    if (host !== undefined && worker !== undefined) {
      guard(host, worker);
    }
  },
  { once: true },
);

function guard(host: MessagePort, worker: MessagePort): void {
  const quota = createQuota();
  const report = createGatherer(
    (reports) => host.postMessage(reports),
    (callback, ms) => setTimeout(callback, ms),
  );

  function receive(value: unknown): void {
    const parsed = parseReport(value);
    if (!quota.admits(parsed)) {
      worker.close();
      report({ type: 'flood' });
    } else if (parsed !== null) {
      report(parsed);
    }
  }

  host.onmessage = ({ data }: MessageEvent<Command>) => {
    if (data.type === 'ping') {
      quota.pinged();
    }
    // The gate keeps no copy of what an interpreter is made of.
    const parts = data.type === 'boot' ? Object.values(data.files) : [];
    worker.postMessage(data, parts);
  };
  worker.onmessage = ({ data }) => receive(data);
  worker.onmessageerror = () => receive(null);
}
