import { openEmbed } from './support/embed.ts';
import { expect, test } from './support/test.ts';

test('a run is told in the messages Sandpack expects', async ({ page }) => {
  const embed = await openEmbed(page);
  await embed.compile({
    '/package.json': '{ "main": "/main.ts" }',
    '/main.ts': "import { two } from './two';\nconsole.log('two is', two);\n",
    '/two.ts': 'export const two: number = 2;\n',
  });
  await embed.expectMessage('done');
  await expect
    .poll(async () => (await embed.received()).at(-1)?.type)
    .toBe('idle');
  const received = await embed.received();
  expect(
    received
      .slice(1)
      .map(({ type, status }) => (status ? `status ${status}` : type)),
  ).toEqual([
    'start',
    'status transpiling',
    'status evaluating',
    'console',
    'success',
    'done',
    'status idle',
    'idle',
  ]);
  for (const message of received.slice(1)) {
    expect(message).toMatchObject({ codesandbox: true, $id: 7 });
  }
  expect(received.find(({ type }) => type === 'console')).toMatchObject({
    log: [{ method: 'log', data: ['two is 2'], id: expect.any(String) }],
  });
  expect(received.find(({ type }) => type === 'done')).toMatchObject({
    compilatonError: false,
  });
});

test('a page that loaded it ahead takes it over by a fragment', async ({
  page,
}) => {
  const embed = await openEmbed(page);
  await embed.compile({ '/main.ts': "console.log('first');\n" });
  await embed.expectMessage('idle');
  // As Sandpack's client does it: twice, to the same address.
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#sandbox');
    const address = `${frame?.src}#taken`;
    frame?.contentWindow?.location.replace(address);
    frame?.setAttribute('src', address);
  });
  await embed.expectMessage('initialized', 2);
  await embed.compile({ '/main.ts': "console.log('second');\n" });
  await embed.expectMessage('idle', 2);
  expect(await embed.printed()).toEqual(['first', 'second']);
  const types = (await embed.received()).map(({ type }) => type);
  expect(types.filter((type) => type === 'initialized')).toHaveLength(2);
  // The same document: it has made workers before.
  expect(
    (await embed.received()).filter(({ type }) => type === 'start').at(1),
  ).toMatchObject({ firstLoad: false });
});

test('an error is told as show-error', async ({ page }) => {
  const embed = await openEmbed(page);
  await embed.compile({
    '/main.ts': "console.log(1);\n  throw new RangeError('too far');\n",
  });
  await embed.expectMessage('done');
  const received = await embed.received();
  expect(received.map(({ type }) => type)).not.toContain('success');
  expect(received.find(({ type }) => type === 'done')).toMatchObject({
    compilatonError: true,
  });
  expect(received.find(({ type }) => type === 'action')).toMatchObject({
    action: 'show-error',
    title: 'RangeError',
    message: 'too far',
    path: '/main.ts',
    line: 2,
    column: 9,
    payload: {
      frames: [
        {
          _originalFileName: '/main.ts',
          _originalLineNumber: 2,
          _originalScriptCode: [
            {
              lineNumber: 2,
              content: "  throw new RangeError('too far');",
              highlight: true,
            },
          ],
        },
      ],
    },
  });

  await embed.compile({ '/main.ts': 'const = 1;\n' });
  await embed.expectMessage('done', 2);
  const errors = (await embed.received()).filter(
    ({ type }) => type === 'action',
  );
  expect(errors.at(-1)).toMatchObject({
    action: 'show-error',
    title: 'SyntaxError',
    path: '/main.ts',
    line: 1,
  });
});

test('tests are told in Sandpack’s sequence of events', async ({ page }) => {
  const embed = await openEmbed(page);
  await embed.compile({
    '/main.ts': 'export {};\n',
    '/sum.test.ts': [
      "import { describe, expect, it } from 'vitest';",
      "describe('sum', () => {",
      "  it('adds', () => expect(1 + 2).toBe(3));",
      "  describe('of floats', () => {",
      "    it('is not exact', () => expect(0.1 + 0.2).toBe(0.3));",
      '  });',
      '});',
      "it('waits', async () => { await null; });",
      '',
    ].join('\n'),
  });
  await embed.expectMessage('done');
  await embed.send({ type: 'run-all-tests' });
  await expect
    .poll(async () => (await embed.received()).map(({ event }) => event))
    .toContain('total_test_end');
  const events = (await embed.received()).filter(({ type }) => type === 'test');
  expect(
    events.map(({ event, blockName, testName, test }) => {
      const { name, status } = (test ?? {}) as {
        name?: string;
        status?: string;
      };
      return [event, blockName ?? testName ?? name, status]
        .filter(Boolean)
        .join(' ');
    }),
  ).toEqual([
    'total_test_start',
    'test_count',
    'add_file',
    'describe_start sum',
    'add_test adds',
    'describe_start of floats',
    'add_test is not exact',
    'describe_end',
    'describe_end',
    'add_test waits',
    'test_start adds running',
    'test_end adds pass',
    'test_start is not exact running',
    'test_end is not exact fail',
    'test_start waits running',
    'test_end waits pass',
    'total_test_end',
  ]);
  expect(events.find(({ event }) => event === 'test_count')).toMatchObject({
    count: 3,
  });
  const ends = events.filter(({ event }) => event === 'test_end');
  expect(ends[1]?.['test']).toMatchObject({
    path: '/sum.test.ts',
    blocks: ['sum', 'of floats'],
    duration: expect.any(Number),
    errors: [
      {
        path: '/sum.test.ts',
        line: 5,
        expected: '0.3',
        received: '0.30000000000000004',
      },
    ],
  });
});

test.describe('the reader’s code', () => {
  test.use({ allowedError: /Content Security Policy|violates/ });

  test('has nothing but its own worker', async ({ page, baseURL }) => {
    const canary = new URL('canary.json', baseURL).href;
    // The browser tells of requests that its policy then refuses to send.
    const answered: string[] = [];
    page.context().on('requestfinished', (request) => {
      answered.push(new URL(request.url()).pathname);
    });
    const failed: (string | undefined)[] = [];
    page.context().on('requestfailed', (request) => {
      failed.push(request.failure()?.errorText);
    });
    const embed = await openEmbed(page);
    await embed.compile({
      '/main.ts': `
const scope = globalThis as any;
const kind = (name: string) => {
  try {
    return scope[name] === undefined || scope[name] === null
      ? 'nothing'
      : typeof scope[name];
  } catch {
    return 'refused';
  }
};
console.log('origin', scope.origin);
for (const name of ['document', 'window', 'localStorage', 'sessionStorage',
  'indexedDB', 'caches', 'postMessage', 'parent', 'top', 'opener']) {
  console.log(name, kind(name));
}
const url = ${JSON.stringify(canary)};
const socket = url.replace('http', 'ws');
const attempts: Record<string, () => unknown> = {
  fetch: () => scope.fetch(url),
  XMLHttpRequest: () => new Promise((done, fail) => {
    const request = new scope.XMLHttpRequest();
    request.onload = done;
    request.onerror = fail;
    request.open('GET', url);
    request.send();
  }),
  WebSocket: () => new Promise((done, fail) => {
    const it = new scope.WebSocket(socket);
    it.onopen = done;
    it.onerror = fail;
  }),
  EventSource: () => new Promise((done, fail) => {
    const it = new scope.EventSource(url);
    it.onopen = done;
    it.onerror = fail;
  }),
  importScripts: () => scope.importScripts(url),
  import: () => scope.eval('import(' + JSON.stringify(url) + ')'),
  Worker: () => new Promise((done, fail) => {
    const code = new Blob(['postMessage(1)'], { type: 'text/javascript' });
    const worker = new scope.Worker(URL.createObjectURL(code));
    worker.onmessage = done;
    worker.onerror = fail;
  }),
  BroadcastChannel: () => new scope.BroadcastChannel('any'),
};
for (const [name, attempt] of Object.entries(attempts)) {
  try {
    await attempt();
    console.log(name, 'worked');
  } catch {
    console.log(name, 'refused');
  }
}
`,
    });
    await embed.expectMessage('done');
    expect(await embed.printed()).toEqual([
      'origin null',
      ...[
        'document',
        'window',
        'localStorage',
        'sessionStorage',
        'indexedDB',
        'caches',
        'postMessage',
        'parent',
        'top',
        'opener',
      ].map((name) => `${name} nothing`),
      ...[
        'fetch',
        'XMLHttpRequest',
        'WebSocket',
        'EventSource',
        'importScripts',
        'import',
        'Worker',
        'BroadcastChannel',
      ].map((name) => `${name} refused`),
    ]);
    expect(answered).not.toContain(new URL(canary).pathname);
    expect(failed.filter((text) => text !== 'csp')).toEqual([]);
  });
});

test('what is refused is refused in words', async ({ page }) => {
  const embed = await openEmbed(page);
  await embed.compile({ '/main.ts': "await fetch('/data.csv');\n" });
  await embed.expectMessage('done');
  expect(
    (await embed.received()).find(({ type }) => type === 'action'),
  ).toMatchObject({
    message: 'fetch is not available: the playground is offline',
    line: 1,
  });
});

test('only the embedding page is obeyed', async ({ page }) => {
  const embed = await openEmbed(page);
  const program = (text: string) => ({
    '/main.ts': { code: `console.log('${text}');\n` },
  });
  await page.evaluate((modules) => {
    const target = document.querySelector<HTMLIFrameElement>('#sandbox');
    const other = document.createElement('iframe');
    document.body.append(other);
    const script = other.contentDocument?.createElement('script');
    if (script) {
      script.textContent =
        `parent.document.querySelector('#sandbox').contentWindow.postMessage(` +
        `${JSON.stringify({ codesandbox: true, $id: 7, type: 'compile', modules })}` +
        `, '*')`;
      other.contentDocument?.body.append(script);
    }
    target?.contentWindow?.postMessage(
      { codesandbox: true, $id: 8, type: 'compile', modules },
      '*',
    );
    target?.contentWindow?.postMessage(
      { $id: 7, type: 'compile', modules },
      '*',
    );
  }, program('an intruder'));
  await embed.compile({ '/main.ts': "console.log('the page');\n" });
  await embed.expectMessage('idle');
  expect(await embed.printed()).toEqual(['the page']);
  const starts = (await embed.received()).filter(
    ({ type }) => type === 'start',
  );
  expect(starts).toHaveLength(1);
});

test('a hundred recompilations leave one result', async ({ page }) => {
  const embed = await openEmbed(page);
  await page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#sandbox');
    for (let index = 1; index <= 100; index += 1) {
      const code = `console.log('edit', ${index});\nfor (;${index} < 100;) {}\n`;
      frame?.contentWindow?.postMessage(
        {
          $id: 7,
          codesandbox: true,
          type: 'compile',
          modules: { '/main.ts': { code } },
        },
        '*',
      );
    }
  });
  await embed.expectMessage('idle');
  expect((await embed.printed()).at(-1)).toBe('edit 100');
  expect(
    (await embed.received()).filter(({ type }) => type === 'done'),
  ).toHaveLength(1);
});
