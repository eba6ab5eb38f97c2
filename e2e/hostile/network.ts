import type { Program } from './program.ts';

/** Prints whether an attempt worked; every attempt must say `refused`. */
const attempt = (name: string, body: string): Program => ({
  name,
  code: `
const scope = globalThis as any;
const url = 'CANARY';
const attempt = async () => { ${body} };
const late = new Promise((_, fail) => setTimeout(() => fail(new Error('no answer')), 700));
try {
  await Promise.race([attempt(), late]);
  console.log('it worked');
} catch (error) {
  console.log('refused:', (error as any)?.message ?? 'without words');
}
`,
  ends: 'ready',
  says: /refused:/,
});

/** What the code of a worker without the runtime may try. */
const raw = (name: string, body: string): Program => ({
  name: `${name}, from a worker taken over`,
  as: 'taken-over',
  code: `
onmessage = async ({ ports: [port] }) => {
  port.onmessage = () => port.postMessage({ type: 'pong' });
  const say = (text) => port.postMessage({ type: 'console', lines: [{ method: 'log', text }] });
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('no answer')), 700));
  const url = 'CANARY';
  const attempt = async () => { ${body} };
  try {
    await Promise.race([attempt(), late]);
    say('it worked');
  } catch (error) {
    say('refused: ' + error);
  }
  port.postMessage({ type: 'evaluated' });
};
`,
  ends: 'ready',
  says: /refused:/,
});

const opened = (make: string) =>
  `await new Promise((done, fail) => { const it = ${make}; ` +
  'it.onopen = it.onload = it.onmessage = done; it.onerror = (event) => { event.preventDefault(); fail(new Error("error event")); }; })';

const fetching = 'await fetch(url);';
const xhr =
  'await new Promise((done, fail) => { const it = new XMLHttpRequest(); it.onload = done; ' +
  'it.onerror = () => fail(new Error("error event")); it.open("GET", url); it.send(); })';
const socket = opened("new WebSocket(url.replace('http', 'ws'))");
const events = opened('new EventSource(url)');
const nested = opened(
  'new Worker(URL.createObjectURL(new Blob(["importScripts(\'" + url + "\'); postMessage(1)"])))',
);
const font = "await new FontFace('f', 'url(' + url + ')').load();";

/** Programs that want out. */
export const network: Program[] = [
  attempt('fetch', fetching),
  attempt('XMLHttpRequest', xhr),
  attempt('WebSocket', socket),
  attempt('EventSource', events),
  attempt('sendBeacon', 'scope.navigator.sendBeacon(url, "x");'),
  attempt('WebTransport', 'await new scope.WebTransport(url).ready;'),
  attempt('importScripts', 'scope.importScripts(url);'),
  attempt(
    'import() of an address',
    'await scope.eval("import(\'" + url + "\')");',
  ),
  attempt(
    'import() of a data address',
    'await scope.eval("import(\'data:text/javascript,fetch(" + JSON.stringify(url) + ")\')");',
  ),
  attempt('a nested worker', nested),
  attempt('a shared worker', 'new scope.SharedWorker(url);'),
  attempt(
    'a service worker',
    'await scope.navigator.serviceWorker.register(url);',
  ),
  attempt('a font from an address', font),
  attempt(
    'fetch from a fresh function',
    'await new Function("return fetch")()(url);',
  ),
  attempt(
    'BroadcastChannel to other tabs',
    'new scope.BroadcastChannel("guide").postMessage(1);',
  ),
  attempt(
    'a nested worker from a constructor found elsewhere',
    'new (Object.getPrototypeOf(scope).constructor)(url);',
  ),
  raw('fetch', fetching),
  raw('fetch of the guide itself', 'await fetch("SITE");'),
  raw('XMLHttpRequest', xhr),
  raw('WebSocket', socket),
  raw('EventSource', events),
  raw('importScripts', 'importScripts(url);'),
  raw('import() of an address', 'await import(url);'),
  raw('a nested worker that imports', nested),
  raw(
    'a nested worker that fetches',
    opened(
      'new Worker(URL.createObjectURL(new Blob(["fetch(\'" + url + "\').then(() => postMessage(1))"])))',
    ),
  ),
  raw('a font from an address', font),
  raw(
    'WebTransport',
    'await new WebTransport(url.replace("http:", "https:")).ready;',
  ),
];
