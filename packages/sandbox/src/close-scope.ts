import type { Report } from './messages.ts';

/**
 * Takes away what would reach outside. The frame's Content-Security-Policy is
 * what holds; this gives the reader a sentence instead of a silent failure,
 * and keeps the worker's own message channel out of reach.
 */
export function closeScope(report: (report: Report) => void): void {
  const refuse = (name: string) =>
    function refused(): never {
      throw new Error(`${name} is not available: the playground is offline`);
    };
  for (const name of [
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebSocketStream',
    'EventSource',
    'WebTransport',
    'importScripts',
    'Worker',
    'SharedWorker',
    'BroadcastChannel',
  ]) {
    if (name in globalThis) {
      replace(name, refuse(name));
    }
  }
  for (const name of ['postMessage', 'indexedDB', 'caches', 'onmessage']) {
    replace(name, undefined);
  }
  replace('close', () => report({ type: 'evaluated' }));
}

function replace(name: string, value: unknown): void {
  for (
    let owner: object | null = globalThis;
    owner !== null && owner !== Object.prototype;
    owner = Object.getPrototypeOf(owner)
  ) {
    if (Object.hasOwn(owner, name)) {
      Object.defineProperty(owner, name, {
        value,
        writable: true,
        configurable: true,
      });
    }
  }
}
