/**
 * Runs inside the opaque-origin frame: makes and ends workers, nothing else.
 * It holds the only handle on a worker; reports travel on a port that goes
 * straight from the worker to the host.
 */
import type { Engine, FrameCommand, FrameReport } from './frame-protocol.ts';

const workers = new Map<number, Worker>();
const urls = new Map<Engine, string>();

addEventListener('message', (event: MessageEvent<FrameCommand>) => {
  if (event.source !== parent) {
    return;
  }
  const command = event.data;
  if (command.type === 'source') {
    const source = new Blob([command.code], { type: 'text/javascript' });
    urls.set(command.engine, URL.createObjectURL(source));
  } else if (command.type === 'create') {
    const worker = new Worker(urls.get(command.engine) ?? '');
    worker.onerror = () => report({ type: 'worker-failed', id: command.id });
    workers.set(command.id, worker);
    worker.postMessage(null, [...event.ports]);
  } else {
    workers.get(command.id)?.terminate();
    workers.delete(command.id);
  }
});

report({ type: 'frame-ready' });

/** An opaque origin has no name to address its parent from. */
function report(message: FrameReport): void {
  parent.postMessage(message, '*');
}
