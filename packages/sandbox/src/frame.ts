/**
 * Runs inside the opaque-origin frame: makes and ends workers, each behind its
 * gate, nothing else. It holds the only handles on them; reports travel on
 * ports from worker to gate and from gate to host.
 */
import type { Engine, FrameCommand, FrameReport } from './frame-protocol.ts';

const workers = new Map<number, Worker[]>();
const urls = new Map<Engine | 'gate', string>();

addEventListener('message', (event: MessageEvent<FrameCommand>) => {
  if (event.source !== parent) {
    return;
  }
  const command = event.data;
  switch (command.type) {
    case 'source':
      urls.set(command.of, urlOf(command.code));
      break;
    case 'create':
      create(command.id, command.engine, event.ports);
      break;
    case 'terminate':
      for (const worker of workers.get(command.id) ?? []) {
        worker.terminate();
      }
      workers.delete(command.id);
      break;
    case 'ping':
      report({ type: 'frame-alive' });
      break;
  }
});

report({ type: 'frame-ready' });

function create(
  id: number,
  engine: Engine,
  hostPorts: readonly MessagePort[],
): void {
  const between = new MessageChannel();
  const gate = new Worker(urls.get('gate') ?? '');
  const worker = new Worker(urls.get(engine) ?? '');
  worker.onerror = (event) => {
    // Else it would count as an error of the page.
    event.preventDefault();
    report({ type: 'worker-failed', id });
  };
  gate.onerror = worker.onerror;
  gate.postMessage(null, [...hostPorts, between.port1]);
  worker.postMessage(null, [between.port2]);
  workers.set(id, [worker, gate]);
}

function urlOf(code: string): string {
  return URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
}

/** An opaque origin has no name to address its parent from. */
function report(message: FrameReport): void {
  parent.postMessage(message, '*');
}
