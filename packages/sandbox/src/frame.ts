/**
 * Runs inside the opaque-origin frame: makes and ends workers, nothing else.
 * It holds the only handle on a worker; reports travel on a port that goes
 * straight from the worker to the host.
 */
import type { FrameCommand, FrameReport } from './frame-protocol.ts';

const workers = new Map<number, Worker>();
let workerUrl = '';

addEventListener('message', (event: MessageEvent<FrameCommand>) => {
  if (event.source !== parent) {
    return;
  }
  const command = event.data;
  if (command.type === 'source') {
    workerUrl = URL.createObjectURL(
      new Blob([command.code], { type: 'text/javascript' }),
    );
  } else if (command.type === 'create') {
    const worker = new Worker(workerUrl);
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
