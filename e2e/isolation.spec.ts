import { type Frame, type Page, test as plain } from '@playwright/test';
import { startCanary } from './hostile/canary.ts';
import { openEmbed } from './support/embed.ts';
import { expect, test } from './support/test.ts';

function isolated(page: Page): Frame {
  const frame = page.frames().find((item) => item.url() === 'about:srcdoc');
  expect(frame, 'the isolated frame').toBeDefined();
  return frame as Frame;
}

// Without the guard of the other tests: here it is the browser that refuses,
// and a server of another origin that counts.
plain.describe('the isolated frame', () => {
  plain('has an opaque origin, no rights and no network', async ({ page }) => {
    const canary = await startCanary();
    await openEmbed(page);
    const frame = isolated(page);
    const element = await frame.frameElement();
    expect(await element.getAttribute('sandbox')).toBe('allow-scripts');
    // Without `allow` it would have what the page may do itself.
    expect(await element.getAttribute('allow')).toBe(
      "camera 'none'; microphone 'none'",
    );

    const seen = await frame.evaluate(async (url) => {
      const attempts: Record<string, () => unknown> = {
        'parent document': () => parent.document.title,
        'top document': () => top?.document.title,
        localStorage: () => localStorage.length,
        sessionStorage: () => sessionStorage.length,
        cookies: () => document.cookie,
        indexedDB: () =>
          new Promise((done, fail) => {
            const request = indexedDB.open('guide');
            request.onsuccess = done;
            request.onerror = fail;
          }),
        caches: () => caches.open('guide'),
        files: () => navigator.storage.getDirectory(),
        'service worker': () => navigator.serviceWorker.register(url),
        fetch: () => fetch(url),
        beacon: () => {
          if (!navigator.sendBeacon(url, 'x')) throw new Error('refused');
          return new Promise((_, fail) => setTimeout(fail, 300));
        },
        image: () =>
          new Promise((done, fail) => {
            const image = new Image();
            image.onload = done;
            image.onerror = fail;
            image.src = url;
          }),
        script: () =>
          new Promise((done, fail) => {
            const script = document.createElement('script');
            script.onload = done;
            script.onerror = fail;
            script.src = url;
            document.head.append(script);
          }),
        'script of the guide': () =>
          new Promise((done, fail) => {
            const script = document.createElement('script');
            script.onload = done;
            script.onerror = fail;
            script.src = new URL('favicon.svg', document.baseURI).href;
            document.head.append(script);
          }),
        frame: () =>
          new Promise((done, fail) => {
            const inner = document.createElement('iframe');
            inner.onload = () =>
              // What is refused becomes an error page, which loads too.
              setTimeout(fail, 200);
            inner.src = url;
            document.body.append(inner);
            void done;
          }),
        popup: () => {
          if (window.open(url) === null) throw new Error('refused');
        },
        form: () => {
          const form = document.createElement('form');
          form.action = url;
          document.body.append(form);
          form.submit();
          return new Promise((_, fail) => setTimeout(fail, 200));
        },
        'navigation of the page': () => {
          (top as Window).location.href = url;
        },
        style: () =>
          new Promise((done, fail) => {
            const link = document.createElement('link');
            link.rel = 'stylesheet';
            link.onload = done;
            link.onerror = fail;
            link.href = url;
            document.head.append(link);
          }),
        connection: () =>
          new Promise((done, fail) => {
            // Gathers addresses, for which it would ask a server.
            const peer = new RTCPeerConnection({
              iceServers: [
                {
                  urls: url.replace(/^http:\/\//, 'stun:').replace(/\/.*$/, ''),
                },
              ],
            });
            peer.createDataChannel('a');
            peer.onicecandidate = ({ candidate }) => {
              if (candidate?.type === 'srflx') done(null);
            };
            void peer
              .createOffer()
              .then((offer) => peer.setLocalDescription(offer));
            setTimeout(fail, 500);
          }),
      };
      const results: Record<string, string> = { origin: self.origin };
      for (const [name, attempt] of Object.entries(attempts)) {
        try {
          await attempt();
          results[name] = 'worked';
        } catch {
          results[name] = 'refused';
        }
      }
      return results;
    }, canary.url);

    const { origin, ...attempts } = seen;
    expect(origin).toBe('null');
    expect(
      Object.entries(attempts).filter(([, result]) => result !== 'refused'),
    ).toEqual([]);
    expect(canary.requests()).toBe(0);
    await canary.stop();
  });

  plain(
    'cannot be led astray: its own navigation is refused',
    async ({ page }) => {
      const canary = await startCanary();
      await openEmbed(page);
      await isolated(page)
        .evaluate((url) => {
          location.href = url;
        }, canary.url)
        .catch(() => null);
      await page.waitForTimeout(500);
      expect(canary.requests()).toBe(0);
      await canary.stop();
    },
  );
});

test('the sandbox page obeys no page of another origin', async ({ page }) => {
  // A page of an opaque origin, which embeds the sandbox as any site could.
  await page.route('**/__foreign/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
      body: `<!doctype html><title>Foreign</title><link rel="icon" href="data:,">
<iframe src="../sandbox/"></iframe><script>
window.received = [];
addEventListener('message', ({ data }) => received.push(data));
</script>`,
    }),
  );
  await page.goto('__foreign/');
  await expect.poll(() => page.frames().length).toBeGreaterThan(1);
  await page.evaluate(async () => {
    const target = document.querySelector('iframe')?.contentWindow;
    for (let round = 0; round < 5; round += 1) {
      target?.postMessage({ type: 'register-frame', id: 7 }, '*');
      target?.postMessage(
        {
          codesandbox: true,
          $id: 7,
          type: 'compile',
          modules: { '/main.ts': { code: 'console.log(1)' } },
        },
        '*',
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
  expect(
    await page.evaluate(
      () => (window as unknown as { received: unknown[] }).received,
    ),
  ).toEqual([]);
});

test('a frame that dies during a run is told and rebuilt', async ({
  openLab,
  page,
}) => {
  const lab = await openLab('errata-k-means', 'en');
  await lab.open('main.ts');
  await lab.write("console.log('begun');\nsetInterval(() => {}, 50);\n");
  await lab.showConsole();
  await expect(lab.log).toContainText('begun');
  // As after a crash: the document and its workers are gone, nothing answers.
  await isolated(page)
    .evaluate(() => {
      location.href = 'about:blank';
    })
    .catch(() => null);
  await lab.expectState('stopped');
  await expect(lab.log).toContainText('was rebuilt');
  await lab.runProgram("console.log('works again');\n", 'ready');
  await expect(lab.log).toContainText('works again');
});
