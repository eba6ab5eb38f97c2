import { expect, test } from '@playwright/test';
import { startCanary } from './hostile/canary.ts';
import { watch } from './support/test.ts';

// What every other test is refused for, done on purpose.
test('calls to elsewhere are seen, and none gets there', {
  tag: '@wide',
}, async ({ context, baseURL }) => {
  const seen = watch(context, new URL(baseURL ?? '').origin);
  const canary = await startCanary();
  const { port } = new URL(canary.url);
  const calls = [
    'http://192.0.2.1/',
    // A name for this machine, so that a call could get there.
    `http://elsewhere.localhost:${port}/`,
    `ws://elsewhere.localhost:${port}/`,
  ];
  // A blank page has no policy that would keep them from leaving.
  const page = await context.newPage();
  const ends = await page.evaluate(async (urls) => {
    const call = (url: string) =>
      url.startsWith('ws')
        ? new Promise((open, fail) => {
            const socket = new WebSocket(url);
            socket.onopen = open;
            socket.onerror = fail;
          })
        : fetch(url, { mode: 'no-cors' });
    const all = await Promise.allSettled(urls.map(call));
    return all.map(({ status }) => status);
  }, calls);
  expect(ends).toEqual(['rejected', 'rejected', 'rejected']);
  expect(seen.foreign.toSorted()).toEqual(calls);
  expect(canary.connections()).toBe(0);
  await canary.stop();
});

test('errors of a page are seen, but for those allowed', {
  tag: '@wide',
}, async ({ context, baseURL }) => {
  const { origin } = new URL(baseURL ?? '');
  const { errors } = watch(context, origin, /^allowed/);
  const page = await context.newPage();
  await page.evaluate(() => {
    console.error('of the console');
    console.error('allowed here');
    console.warn('a warning');
    setTimeout(() => {
      throw new Error('of the page');
    });
    Promise.reject(new Error('of a promise'));
  });
  await expect.poll(() => errors.length).toBe(3);
  expect(errors.map((text) => text.split('\n')[0]?.trim()).toSorted()).toEqual([
    'Error: of a promise',
    'Error: of the page',
    'of the console ()',
  ]);
});
