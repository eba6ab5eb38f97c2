import type { Program } from './program.ts';

const attempt = (name: string, body: string): Program => ({
  name,
  code: `
const scope = globalThis as any;
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

const raw = (name: string, body: string): Program => ({
  name: `${name}, from a worker taken over`,
  as: 'taken-over',
  code: `
onmessage = async ({ ports: [port] }) => {
  port.onmessage = () => port.postMessage({ type: 'pong' });
  const say = (text) => port.postMessage({ type: 'console', lines: [{ method: 'log', text }] });
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('no answer')), 700));
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

const database =
  'await new Promise((done, fail) => { const it = indexedDB.open("guide"); ' +
  'it.onsuccess = done; it.onerror = () => fail(it.error); })';

/** Programs that want to leave something behind, or read what is there. */
export const storage: Program[] = [
  attempt('localStorage', "scope.localStorage.setItem('a', '1');"),
  attempt('sessionStorage', "scope.sessionStorage.setItem('a', '1');"),
  attempt('cookies', "scope.document.cookie = 'a=1';"),
  attempt('the cookie store', "await scope.cookieStore.set('a', '1');"),
  attempt('IndexedDB', database),
  attempt('caches', "await scope.caches.open('guide');"),
  attempt(
    'files of the origin',
    'await scope.navigator.storage.getDirectory();',
  ),
  attempt(
    'persistence',
    'if (!(await scope.navigator.storage.persist())) throw new Error("no");',
  ),
  attempt('locks', "await scope.navigator.locks.request('guide', () => {});"),
  raw('IndexedDB', database),
  raw('caches', "await caches.open('guide');"),
  raw('files of the origin', 'await navigator.storage.getDirectory();'),
  raw('the cookie store', "await cookieStore.set('a', '1');"),
  raw('locks', "await navigator.locks.request('guide', () => {});"),
];
