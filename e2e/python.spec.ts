import { expect, type LabPage, test } from './support/test.ts';

/** Loading and starting an interpreter takes its time on a busy machine. */
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

test('Python is loaded on the reader’s word, from this site, and draws and tests', async ({
  openLab,
  page,
}) => {
  const parts: string[] = [];
  page.on('request', (request) => {
    if (/\.bin$/.test(request.url())) {
      parts.push(request.url());
    }
  });
  const lab = await openLab('k-means', 'en');
  await choosePython(lab);
  await lab.expectState('stopped');
  await expect(lab.editor).toContainText('from k_means import');
  await expect(lab.root).toContainText(/about 6\.\d MB/);
  await lab.open('k_means.py');
  expect(parts).toEqual([]);

  await lab.root.getByRole('button', { name: 'Load Python and run' }).click();
  await expect(lab.root.getByRole('progressbar')).toBeVisible();
  await lab.expectState('ready', START_MS);
  expect(parts).toHaveLength(4);
  await lab.show('figure');
  await expect(lab.figureSwitch).toHaveCount(2);
  await expect(lab.figure).toBeVisible();
  await lab.showConsole();
  // From the first two points: three and five, as worked out by hand.
  await expect(lab.log).toContainText('iteration 2: labels 0 0 0 1 1 1 1 1');

  await lab.runTests();
  await lab.expectState('passed', START_MS);
  await expect(lab.log).toContainText('test_draws_by_squared_distance');

  // A broken line turns a test red.
  await lab.edit('k_means.py', (code) =>
    code.replace('(a - b) ** 2', 'abs(a - b)'),
  );
  await lab.runTests();
  await lab.expectState('failed', START_MS);
  await expect(lab.log).toContainText('test_k_means.py, line');
});

test('Python stops, reports and stays offline as TypeScript does', {
  tag: '@wide',
}, async ({ openLab, page }) => {
  const lab = await openLab('k-means', 'zh-CN');
  await choosePython(lab);
  await expect(lab.root).toContainText(/约 6\.\d MB/);

  await test.step('Stop ends an endless loop', async () => {
    await runPython(lab, "print('begun')\nwhile True:\n    pass\n");
    await lab.showConsole();
    await expect(lab.log).toContainText('begun', { timeout: START_MS });
    await lab.stop();
    await lab.expectState('stopped', START_MS);
    await expect(lab.log).toContainText('程序已由你停止');
  });

  await test.step('an error names its line, and leads to it', async () => {
    await runPython(lab, "print('first')\nitems = [1]\nprint(items[3])\n");
    await lab.expectState('error', START_MS);
    await lab.show('output');
    const problem = lab.log.getByRole('alert');
    await expect(problem).toContainText('IndexError: list index out of range');
    await expect(problem).toContainText('main.py 第 3 行第 7 列');
    await expect(problem).toContainText('print(items[3])');
  });

  await test.step('there is no NumPy, and the reader is told', async () => {
    await runPython(lab, 'import numpy\n');
    await lab.expectState('error', START_MS);
    await expect(lab.log).toContainText("No module named 'numpy'");
    await expect(lab.log).toContainText('只有标准库');
  });

  await test.step('no way leads to the network', async () => {
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
        '',
      ].join('\n'),
    );
    await lab.expectState('ready', START_MS);
    await lab.showConsole();
    await expect(lab.log).toContainText('eval refused');
    await expect(lab.log).not.toContainText('went through');
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

  await test.step('more memory than there is is an error', async () => {
    await runPython(lab, "print('before')\nrow = [0] * 2**30\n");
    await lab.expectState('error', START_MS);
    await expect(lab.log).toContainText('MemoryError');
    await expect(lab.log).toContainText('main.py 第 2 行');
  });

  await test.step('edits are kept, and wait for the reader', async () => {
    await page.reload();
    await lab.bringIntoView();
    await expect(lab.tab('main.py')).toBeVisible({ timeout: START_MS });
    await lab.expectState('stopped');
    await expect(lab.editor).toContainText('2**30');
    await lab.button('reset').click();
    await expect(lab.editor).toContainText('from k_means import');
    expect(await lab.state()).toBe('stopped');
  });
});

test.describe('without the files', () => {
  test.use({ allowedError: /404/ });

  test('a failed loading is said in words and can be tried again', {
    tag: '@wide',
  }, async ({ openLab, page }) => {
    const lab = await openLab('decision-tree', 'en');
    await choosePython(lab);
    await page.route(/python_stdlib/, (route) =>
      route.fulfill({ status: 404, body: '' }),
    );
    await lab.run();
    await lab.expectState('stopped', START_MS);
    await lab.show('output');
    await expect(lab.log).toContainText('Python did not load');
    await page.unroute(/python_stdlib/);

    // Nor does Stop leave anything behind, while files are on their way.
    await page.route(/python_stdlib/, () => {});
    await lab.run();
    await expect(lab.root.getByRole('progressbar')).toBeVisible();
    await lab.stop();
    await lab.expectState('stopped');
    await expect(lab.root.getByRole('progressbar')).toHaveCount(0);
    await page.unroute(/python_stdlib/);

    await lab.run();
    await lab.expectState('ready', START_MS);
    await expect(lab.figureSwitch).toHaveCount(6);
  });
});
