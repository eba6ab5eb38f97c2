import { expect, type LabPage, test } from './support/test.ts';

const endless = "console.log('begun');\nwhile (true) {}\n";

async function begin(lab: LabPage, code: string): Promise<void> {
  await lab.open('main.ts');
  await lab.write(code);
}

test('Stop ends an endless loop while the page answers', async ({
  openLab,
}) => {
  const lab = await openLab('k-means');
  // All by the page itself, as in `stopOn`: the loop has five seconds.
  const pressed = lab.root.evaluate(
    async (root, [file, stop]) => {
      const button = (role: string, name: string) =>
        [...root.querySelectorAll<HTMLElement>(role)].find(
          ({ textContent }) => textContent?.trim() === name,
        );
      const log = root.querySelector('[role=log]');
      await new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          if (log?.textContent?.includes('begun')) {
            observer.disconnect();
            resolve();
          }
        }).observe(root, { subtree: true, childList: true });
      });
      button('[role=tab]', file)?.click();
      // Two frames are drawn in the time that the loop has.
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const stateBefore = root.getAttribute('data-state');
      button('button', stop)?.click();
      return stateBefore;
    },
    ['k-means.ts', lab.names.stop] as const,
  );
  await begin(lab, endless);
  expect(await pressed).toBe('running');
  await lab.expectState('stopped');
  await expect(lab.tab('k-means.ts')).toHaveAttribute('aria-selected', 'true');
  await lab.show('output');
  await expect(lab.log).toContainText('begun');
  await expect(lab.log).toContainText('程序已由你停止');
  await expect(lab.status).toHaveText('已停止');

  await lab.runProgram("console.log('works again');\n", 'ready');
  await expect(lab.log).toContainText('works again');
  await lab.runAgain();
  await expect(lab.log).toContainText('works again');
  await expect(lab.log).not.toContainText('begun');
});

const loops = [
  { title: 'an endless loop', code: endless },
  {
    title: 'an endless chain of microtasks',
    code:
      'async function spin(): Promise<void> {\n' +
      '  for (;;) await null;\n' +
      '}\n' +
      'void spin();\n',
  },
  {
    title: 'an endless loop in a timer',
    code: 'setTimeout(() => {\n  for (;;) {}\n}, 10);\n',
  },
];

for (const { title, code } of loops) {
  test(`the time limit ends ${title}`, async ({ openLab }) => {
    const lab = await openLab('errata-k-means', 'en');
    await lab.open('main.ts');
    await lab.write(code);
    await lab.expectState('stopped');
    await lab.show('output');
    await expect(lab.log.getByRole('alert')).toContainText(
      'ran for more than 5 s without yielding',
    );
    await lab.runProgram("console.log('works again');\n", 'ready');
    await expect(lab.log).toContainText('works again');
  });
}

test('the time limit is told in Chinese too', async ({ openLab }) => {
  const lab = await openLab('k-means');
  await begin(lab, endless);
  await lab.expectState('stopped');
  await lab.show('output');
  await expect(lab.log.getByRole('alert')).toContainText(
    '程序连续运行超过 5 秒没有让出，已被停止',
  );
});

test('a program that prints for ever is cut off in words', async ({
  openLab,
}) => {
  const lab = await openLab('errata-k-means');
  const words = '控制台输出超过上限（1000 行）';
  const pressed = lab.stopOn(words);
  await begin(lab, 'for (let i = 1; ; i += 1) console.log(`line ${i}`);\n');
  await lab.expectState('stopped');
  await lab.showConsole();
  await expect(lab.log).toContainText(words);
  await expect(lab.log.locator('.pg-line').last()).toContainText('line 1000');
  await expect(lab.log).toContainText('程序已由你停止');
  await pressed;
  await lab.runProgram("console.log('works again');\n", 'ready');
  await expect(lab.log.locator('.pg-line')).toHaveText(['works again']);
});

test('a program that draws for ever is cut off in words', async ({
  openLab,
}) => {
  const lab = await openLab('errata-k-means', 'en');
  const words = 'The figures are full (1000 frames)';
  const pressed = lab.stopOn(words);
  await begin(
    lab,
    "import { plot } from 'plot';\n" +
      'for (let i = 1; ; i += 1) {\n' +
      "  plot.bars('one', { labels: ['i'], series: [{ name: 'i', values: [i] }] });\n" +
      '}\n',
  );
  await lab.expectState('stopped');
  await lab.show('output');
  await expect(lab.log).toContainText(words);
  await expect(lab.log).toContainText('You stopped the program');
  await pressed;
});

test('a worker that starts late is no program that never ends', async ({
  openLab,
  page,
}) => {
  // In the isolated frame; a worker begins when it is handed its port.
  await page.addInitScript(() => {
    const late: (() => void)[] = [];
    const { postMessage } = Worker.prototype;
    const hold = () => {
      Object.assign(Worker.prototype, {
        postMessage(this: Worker, message: unknown, ports: Transferable[]) {
          late.push(() => postMessage.call(this, message, { transfer: ports }));
        },
      });
    };
    const release = () => {
      for (const send of late) send();
    };
    Object.assign(window, { workers: { hold, release } });
  });
  const lab = await openLab('errata-k-means', 'en');
  const tell = (what: 'hold' | 'release') =>
    page
      .frames()
      .find((frame) => frame.url() === 'about:srcdoc')
      ?.evaluate((name) => {
        (window as unknown as { workers: Record<string, () => void> }).workers[
          name
        ]?.();
      }, what);
  await tell('hold');
  // One worker waits already; the next is made while it runs this.
  await lab.runProgram("console.log('first');\n", 'ready');
  await expect(lab.log).toContainText('first');
  await lab.open('main.ts');
  await lab.write("console.log('second');\n");
  await lab.expectState('running');
  // Longer than a program may be silent.
  await page.waitForTimeout(7_000);
  expect(await lab.state()).toBe('running');
  await tell('release');
  await lab.expectState('ready');
  await lab.show('output');
  await expect(lab.log.locator('.pg-line')).toHaveText(['second']);
});

test('an edit during an endless loop starts the new program', async ({
  openLab,
}) => {
  const lab = await openLab('k-means', 'en');
  await begin(lab, endless);
  // Not the state, which may be over before one looks; this stays.
  await expect(lab.log).toContainText('begun');
  await lab.write("console.log('the next one');\n");
  await lab.expectState('ready');
  await lab.show('output');
  await expect(lab.log).toContainText('the next one');
  await expect(lab.log).not.toContainText('begun');
});

test('an endless loop in the tests is stopped', async ({ openLab }) => {
  const lab = await openLab('k-means');
  await lab.open('k-means.test.ts');
  await lab.write(
    "import { expect, it } from 'vitest';\n" +
      "it('ends', () => expect(1).toBe(1));\n" +
      "it('never ends', () => {\n  for (;;) {}\n});\n",
  );
  const pressed = lab.stopOn('never ends');
  await lab.runTests();
  await lab.expectState('stopped');
  await expect(lab.log).toContainText('never ends');
  await expect(lab.log).toContainText('程序已由你停止');
  await pressed;
  await expect(lab.log.locator('li.is-pass')).toHaveText(/ends/);
});

test('timers that go on after the end are said and stopped', async ({
  openLab,
}) => {
  const lab = await openLab('k-means', 'en');
  await lab.runProgram(
    "let n = 0;\nsetInterval(() => console.log('tick', (n += 1)), 40);\n",
    'ready',
  );
  await expect(lab.status).toHaveText('Timers still run');
  await expect(lab.log).toContainText('tick 3');
  await lab.stop();
  await lab.expectState('stopped');
  await expect(lab.button('stop')).toBeDisabled();
  const count = await lab.log.locator('.pg-line').count();
  await lab.page.waitForTimeout(300);
  await expect(lab.log.locator('.pg-line')).toHaveCount(count);

  await lab.runProgram('setTimeout(() => console.log("once"), 60);\n', 'ready');
  await expect(lab.log).toContainText('once');
  await expect(lab.button('stop')).toBeDisabled();
  await expect(lab.status).toHaveText(/Finished in/);
});

test('an await that never ends is said in words', async ({ openLab }) => {
  const lab = await openLab('k-means');
  await begin(lab, 'console.log(1);\nawait new Promise(() => {});\n');
  await lab.expectState('running');
  await lab.showConsole();
  const notice = lab.log.getByRole('alert');
  await expect(notice).toContainText('程序停在顶层的 await 上');
  await lab.stop();
  await lab.expectState('stopped');

  // Between two timers the same wait is an ordinary one.
  await lab.runProgram(
    'const wait = (ms: number) => new Promise((end) => setTimeout(end, ms));\n' +
      "await wait(2_500);\nconsole.log('rested');\nawait wait(20);\n",
    'ready',
  );
  await expect(lab.log).toContainText('rested');
  await expect(notice).toHaveCount(0);

  // It comes after a timer, too, and goes when the wait ends after all.
  await lab.runProgram(
    'await new Promise((end) => setTimeout(end, 10));\n' +
      'const { port1, port2 } = new MessageChannel();\n' +
      'const late = new Promise((end) => { port1.onmessage = end; });\n' +
      'port2.postMessage(1);\nawait late;\nawait new Promise(() => {});\n',
    'running',
  );
  await expect(notice).toContainText('程序停在顶层的 await 上');
});
