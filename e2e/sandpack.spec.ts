import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { expect, test } from './support/test.ts';

const root = fileURLToPath(
  new URL('./support/sandpack-fixture', import.meta.url),
);
let files: ReadonlyMap<string, string | Uint8Array>;

test.beforeAll(async () => {
  const result = await build({
    root,
    base: './',
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, modulePreload: false },
  });
  const { output } = result as Rolldown.RolldownOutput;
  files = new Map(
    output.map((item) => [
      item.fileName,
      item.type === 'chunk' ? item.code : item.source,
    ]),
  );
});

test('Sandpack’s own tests and console work on our runtime', async ({
  page,
}) => {
  await page.route('**/__fixture/**', (route) => {
    const [, path = ''] = new URL(route.request().url()).pathname.split(
      '/__fixture/',
    );
    const body = files.get(path === '' ? 'index.html' : path);
    return body === undefined
      ? route.fulfill({ status: 404, body: '' })
      : route.fulfill({
          body: typeof body === 'string' ? body : Buffer.from(body),
          contentType: path.endsWith('.js') ? 'text/javascript' : 'text/html',
        });
  });
  await page.goto('__fixture/');
  const lines = page.getByTestId('console');
  await expect(lines).toContainText('twice two: 4');
  const tests = page.getByTestId('tests');
  await expect(tests).toContainText('doubles');
  await expect(tests).toContainText('is not the identity');
  await expect(tests).toContainText(/1 failed/);
  await expect(tests).toContainText(/1 passed/);
  await expect(tests).toContainText(/2 total/);
});
