import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { dictionaryOf } from '../src/i18n/dictionary.ts';
import { encodeShare } from '../src/lib/share-link.ts';
import { sourceOf } from './support/site.ts';
import { expect, type LabPage, test } from './support/test.ts';

/** Each run starts an interpreter, which takes its time on a busy machine. */
const START_MS = 120_000;

test.setTimeout(600_000);

async function choosePython(lab: LabPage): Promise<void> {
  await lab.root.getByRole('button', { name: 'Python', exact: true }).click();
  await expect(lab.tab('main.py')).toHaveAttribute('aria-selected', 'true');
}

async function runPython(lab: LabPage, code: string): Promise<void> {
  await lab.open('main.py');
  await lab.write(code);
  await lab.run();
}

test('Python is loaded on the reader’s word, from this site, and draws', async ({
  openLab,
  page,
}) => {
  const parts: string[] = [];
  const isBarSeen = Promise.withResolvers<void>();
  await page.route(/\.bin$/, async (route) => {
    parts.push(route.request().url());
    await isBarSeen.promise;
    await route.continue();
  });
  const lab = await openLab('k-means', 'en');
  await choosePython(lab);
  await lab.expectState('stopped');
  await expect(lab.editor).toContainText('from k_means import');
  await expect(lab.root).toContainText(/about 6\.\d MB/);
  await lab.open('k_means.py');
  expect(parts).toEqual([]);

  const statesSeen = await lab.root.evaluateHandle((root) => {
    const states: unknown[] = [];
    new MutationObserver(() => states.push(root.dataset['state'])).observe(
      root,
      { attributeFilter: ['data-state'] },
    );
    return states;
  });
  await lab.root.getByRole('button', { name: 'Load Python and run' }).click();
  await expect(lab.root.getByRole('progressbar')).toBeVisible();
  isBarSeen.resolve();
  await lab.expectState('ready', START_MS);
  expect(parts).toHaveLength(4);
  // Not for a moment does the result of another program stand for this one.
  expect(await statesSeen.jsonValue()).toEqual(['loading', 'running', 'ready']);
  await lab.show('figure');
  await expect(lab.figureSwitch).toHaveCount(2);
  await expect(lab.figure).toBeVisible();
  await lab.showConsole();
  // From the first two points: three and five, as worked out by hand.
  await expect(lab.log).toContainText('iteration 2: labels 0 0 0 1 1 1 1 1');
});

test('Python stops, reports, tests and is kept as TypeScript is', {
  tag: '@wide',
}, async ({ openLab, page }) => {
  const lab = await openLab('k-means', 'zh-CN');
  await choosePython(lab);
  await expect(lab.root).toContainText(/约 6\.\d MB/);

  await test.step('Stop ends an endless loop', async () => {
    // It claims to be alive: only Stop ends it, however late that comes.
    await runPython(
      lab,
      [
        'import _host, time',
        "print('begun')",
        'while True:',
        '    _host.report(\'{"type": "pong"}\')',
        '    time.sleep(0.05)',
        '',
      ].join('\n'),
    );
    await lab.showConsole();
    await expect(lab.log).toContainText('begun', { timeout: START_MS });
    await lab.stop();
    await lab.expectState('stopped', START_MS);
    await expect(lab.log).toContainText('程序已由你停止');
  });

  await test.step('no way leads to the network; an error leads to its line', async () => {
    await runPython(
      lab,
      [
        'import js, pyodide_js',
        'from pyodide.http import open_url, pyfetch',
        'from urllib.request import urlopen',
        'url = "https://example.org/"',
        'def attempt(name, call):',
        '    try:',
        '        call()',
        '        print(name, "went through")',
        '    except BaseException as error:',
        '        print(name, "refused")',
        'attempt("urllib", lambda: urlopen(url))',
        'attempt("open_url", lambda: open_url(url))',
        'attempt("fetch", lambda: js.fetch(url))',
        'attempt("socket", lambda: js.WebSocket.new("wss://example.org"))',
        'attempt("worker", lambda: js.Worker.new(url))',
        'attempt("import", lambda: js.importScripts(url))',
        'attempt("eval", lambda: js.eval("new XMLHttpRequest().open()"))',
        'from numpy import array',
        '',
      ].join('\n'),
    );
    await lab.expectState('error', START_MS);
    await lab.showConsole();
    await expect(lab.log).toContainText('eval refused');
    await expect(lab.log).not.toContainText('went through');
    const problem = lab.log.getByRole('alert');
    await expect(problem).toContainText("No module named 'numpy'");
    await expect(problem).toContainText('main.py 第 18 行第 1 列');
    await expect(problem).toContainText('from numpy import array');
    await expect(problem).toContainText('只有标准库');
  });

  await test.step('a program that forges reports is ended', async () => {
    await runPython(
      lab,
      [
        'import _host, js, json',
        "print('channel', js.postMessage, js.onmessage, js.indexedDB)",
        "_host.report(json.dumps({'type': 'console', 'lines': 1}))",
        "_host.report(json.dumps({'type': 'booted', 'problem': 'forged'}))",
        'while True:',
        "    _host.report(json.dumps({'type': 'pong'}))",
        '',
      ].join('\n'),
    );
    await lab.expectState('stopped', START_MS);
    await lab.showConsole();
    await expect(lab.log).toContainText('channel None None None');
    await expect(lab.log).toContainText('程序发送的内容超过了一次运行的总量');
    await expect(lab.log).not.toContainText('forged');
  });

  await test.step('its tests pass, and a broken line turns one red', async () => {
    await lab.runTests();
    await lab.expectState('passed', START_MS);
    await expect(lab.log).toContainText('test_draws_by_squared_distance');
    await lab.edit('k_means.py', (code) =>
      code.replace('(a - b) ** 2', 'abs(a - b)'),
    );
    await lab.runTests();
    await lab.expectState('failed', START_MS);
    await expect(lab.log).toContainText('test_k_means.py 第');
  });

  await test.step('edits are kept, and wait for the reader', async () => {
    await page.reload();
    await lab.bringIntoView();
    await expect(lab.tab('main.py')).toBeVisible({ timeout: START_MS });
    await lab.expectState('stopped');
    await expect(lab.editor).toContainText('while True');
    await lab.button('reset').click();
    await expect(lab.editor).toContainText('from k_means import');
    expect(await lab.state()).toBe('stopped');
  });
});

test.describe('without the files', () => {
  test.use({ allowedError: /404/ });

  test('Python that does not come or start is said in words, and tried again', {
    tag: '@wide',
  }, async ({ openLab, page }) => {
    const text = dictionaryOf('en');
    const progress = () => lab.root.getByRole('progressbar');
    await page.clock.install();
    const lab = await openLab('decision-tree', 'en');
    await choosePython(lab);

    await test.step('an interpreter that never starts is given up', async () => {
      await page.route(/\/pyodide\.mjs/, (route) =>
        route.fulfill({ body: neverStarting() }),
      );
      await lab.run();
      await expect(progress()).toBeVisible();
      await expect(lab.root).toContainText(text.pythonStarting);
      // Twice, the second time in another frame. Steps that are longer than
      // a frame may be silent would let that be given up instead.
      while ((await lab.state()) === 'running') {
        await page.clock.runFor(3_000);
      }
      await lab.expectState('stopped');
      await lab.show('output');
      await expect(lab.log).toContainText(text.crashed);
      await page.unroute(/\/pyodide\.mjs/);
      await page.reload();
      await lab.bringIntoView();
      await lab.expectState('stopped', START_MS);
    });

    await test.step('a file that does not come', async () => {
      await page.route(/python_stdlib/, (route) =>
        route.fulfill({ status: 404, body: '' }),
      );
      await lab.run();
      await lab.show('output');
      await expect(lab.log).toContainText(text.noPython);
      await lab.expectState('stopped');
      await page.unroute(/python_stdlib/);
    });

    await test.step('Stop while files are on their way', async () => {
      await page.route(/python_stdlib/, () => {});
      await lab.run();
      await expect(progress()).toBeVisible();
      await lab.stop();
      await lab.expectState('stopped');
      await expect(progress()).toHaveCount(0);
      await page.unroute(/python_stdlib/);
    });

    await test.step('a link to a Python program waits for the reader', async () => {
      const code = `print('from the link')\n${sourceOf('decision-tree', 'main.py')}`;
      const fragment = encodeShare({
        lab: 'decision-tree',
        edition: 'python',
        files: { '/main.py': code },
      });
      await page.evaluate((hash) => {
        location.hash = hash;
      }, fragment);
      const banner = lab.root
        .getByRole('alert')
        .filter({ hasText: text.linkTitle });
      await expect(banner).toContainText('from the link');
      await expect(lab.editor).not.toContainText('from the link');
      await banner.getByRole('button', { name: text.linkRun }).click();
      await lab.expectState('ready', START_MS);
      await lab.showConsole();
      await expect(lab.log).toContainText('from the link');
      await expect(lab.figureSwitch).toHaveCount(6);
    });
  });
});

/** In place of Pyodide, and of its size: what promises an interpreter only. */
function neverStarting(): Buffer {
  const path = createRequire(import.meta.url).resolve('pyodide/pyodide.mjs');
  const code = 'export const loadPyodide = () => new Promise(() => {});';
  return gzipSync(code.padEnd(statSync(path).size));
}
