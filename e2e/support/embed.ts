import { expect, type Page } from '@playwright/test';

export interface Message {
  type: string;
  [key: string]: unknown;
}

const CHANNEL = 7;

/** What a page that embeds the sandbox sees, by Sandpack's protocol alone. */
export interface Embed {
  compile: (files: Readonly<Record<string, string>>) => Promise<void>;
  send: (message: Message) => Promise<void>;
  /** All messages so far, without the fields every message has. */
  received: () => Promise<Message[]>;
  /** Waits until a message of this type has come so many times. */
  expectMessage: (type: string, count?: number) => Promise<void>;
  /** What the program has printed. */
  printed: () => Promise<string[]>;
}

const html = `<!doctype html><html lang="en"><meta charset="utf-8">
<title>Embedding page</title><link rel="icon" href="data:,">
<iframe id="sandbox" src="../sandbox/"></iframe>
<script>
const frame = document.getElementById('sandbox');
window.received = [];
addEventListener('message', ({ source, data }) => {
  if (source !== frame.contentWindow) return;
  received.push(data);
  if (data.type === 'initialized') {
    source.postMessage(
      { type: 'register-frame', origin: location.origin, id: ${CHANNEL} },
      location.origin,
    );
  }
});
</script>`;

/** Opens a page of the same origin that embeds the sandbox. */
export async function openEmbed(page: Page): Promise<Embed> {
  await page.route('**/__embed/', (route) =>
    route.fulfill({ contentType: 'text/html', body: html }),
  );
  await page.goto('__embed/');

  const received = () =>
    page.evaluate(
      () => (window as unknown as { received: Message[] }).received,
    );
  const expectMessage = (type: string, count = 1) =>
    expect
      .poll(
        async () =>
          (await received()).filter((message) => message.type === type).length,
        { message: `messages of type ${type}` },
      )
      .toBeGreaterThanOrEqual(count);
  const send = (message: Message) =>
    page.evaluate(
      ([data, id]) => {
        const frame = document.querySelector<HTMLIFrameElement>('#sandbox');
        frame?.contentWindow?.postMessage(
          { $id: id, codesandbox: true, ...data },
          location.origin,
        );
      },
      [message, CHANNEL] as const,
    );
  await expectMessage('initialized');
  return {
    received,
    expectMessage,
    send,
    compile: (files) =>
      send({
        type: 'compile',
        version: 3,
        template: 'parcel',
        modules: Object.fromEntries(
          Object.entries(files).map(([path, code]) => [path, { path, code }]),
        ),
      }),
    printed: async () =>
      (await received())
        .filter(({ type }) => type === 'console')
        .flatMap(({ log }) => log as { data: string[] }[])
        .map(({ data }) => data.join(' ')),
  };
}
