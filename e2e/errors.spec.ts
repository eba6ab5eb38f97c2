import { locales, sourceOf } from './support/site.ts';
import { expect, test } from './support/test.ts';

const words = {
  'zh-CN': {
    line: (file: string, line: number) => `${file} 第 ${line} 行`,
    syntax: '语法错误',
    rejection: '没有处理的 Promise 拒绝',
    module: '找不到模块',
    failed: '程序出错',
    nothing: '程序没有打印任何内容',
    from: '由 validate.ts 第',
    noExport:
      /模块 @runnable-guide\/algorithms\/k-means 没有导出 kMeanz.*kMeans\b/,
  },
  en: {
    line: (file: string, line: number) => `${file}, line ${line}`,
    syntax: 'Syntax error',
    rejection: 'Unhandled promise rejection',
    module: 'Module not found',
    failed: 'The program failed',
    nothing: 'The program printed nothing',
    from: 'thrown in validate.ts, line',
    noExport: /no kMeanz in @runnable-guide\/algorithms\/k-means\..*kMeans\b/,
  },
} as const;

for (const locale of locales) {
  const text = words[locale];

  test.describe(locale, () => {
    test('a syntax error shows file, line and code', async ({ openLab }) => {
      const lab = await openLab('k-means', locale);
      await lab.runProgram('const a = 1;\nconst b = a +* 2;\n', 'error');
      const problem = lab.log.getByRole('alert');
      await expect(problem).toContainText(text.syntax);
      await expect(problem).toContainText(text.line('main.ts', 2));
      await expect(problem.locator('.pg-problem-code')).toHaveText(
        'const b = a +* 2;',
      );
      await expect(lab.status).toContainText(text.failed);
      await lab.show('code');
      await expect(lab.root.locator('.cm-error-line')).toHaveText(
        'const b = a +* 2;',
      );
    });

    test('an error deep in the algorithm shows its own line', async ({
      openLab,
    }) => {
      const lab = await openLab('k-means', locale);
      const broken = sourceOf('k-means', 'k-means.ts').replace(
        'labels[index] === cluster',
        'labels.missing[index] === cluster',
      );
      const line = broken
        .split('\n')
        .findIndex((code) => code.includes('labels.missing'));
      await lab.edit('k-means.ts', () => broken);
      await lab.expectState('error');
      await lab.open('main.ts');
      await lab.show('output');
      const problem = lab.log.getByRole('alert');
      await expect(problem).toContainText('TypeError');
      await expect(problem).toContainText(text.line('k-means.ts', line + 1));
      await expect(problem.locator('.pg-problem-code')).toHaveText(
        broken.split('\n')[line]?.trim() ?? '',
      );
      await expect(lab.status).toContainText(text.failed);

      await problem.getByRole('button').click();
      await expect(lab.tab('k-means.ts')).toHaveAttribute(
        'aria-selected',
        'true',
      );
      const mark = lab.root.locator('.cm-error-line');
      await expect(mark).toBeInViewport();
      await expect(mark).toHaveText(/labels\.missing/);
      await expect(mark).toHaveClass(/cm-activeLine/);
      await expect(lab.editor).toBeFocused();
    });

    test('an error thrown by the code of the guide leads to the line of the reader', async ({
      openLab,
    }) => {
      const lab = await openLab('k-means', locale);
      const code = sourceOf('k-means', 'main.ts').split('\n');
      const line = code.findIndex((each) => /kMeansSteps\(/.test(each));
      await lab.edit('main.ts', (all) => all.replace('k = 2', 'k = 20'));
      await lab.expectState('error');
      await lab.show('output');
      const problem = lab.log.getByRole('alert');
      const places = problem.getByRole('button');
      await expect(places.first()).toContainText(
        text.line('main.ts', line + 1),
      );
      await expect(places.last()).toContainText(text.from);
      await expect(problem.locator('.pg-problem-code')).toHaveText(
        code[line] ?? '',
      );
      await expect(lab.tab('main.ts')).toHaveClass('has-problem');
      await lab.show('code');
      await expect(lab.root.locator('.cm-error-line')).toHaveText(
        code[line] ?? '',
      );
      await lab.show('output');
      await places.last().click();
      await expect(lab.tab('validate.ts')).toHaveAttribute(
        'aria-selected',
        'true',
      );
    });

    test('a misspelt import is told in words, with the name meant', async ({
      openLab,
    }) => {
      const lab = await openLab('k-means', locale);
      await lab.runProgram(
        "import { kMeanz } from '@runnable-guide/algorithms/k-means';\n" +
          'kMeanz([[1]], { k: 1 });\n',
        'error',
      );
      const problem = lab.log.getByRole('alert');
      await expect(problem).toContainText(text.noExport);
      await expect(problem).toContainText(text.line('main.ts', 1));
      await expect(problem.locator('.pg-hint')).toHaveCount(0);
      await lab.show('code');
      await expect(lab.root.locator('.cm-error-line')).toHaveText(/kMeanz }/);
    });

    test('a rejection nobody handles is shown', async ({ openLab }) => {
      const lab = await openLab('k-means', locale);
      await lab.runProgram(
        "console.log('before');\n" +
          'async function fetchModel(): Promise<void> {\n' +
          "  throw new RangeError('no such model');\n" +
          '}\n' +
          'void fetchModel();\n',
        'error',
      );
      const problem = lab.log.getByRole('alert');
      await expect(problem).toContainText(text.rejection);
      await expect(problem).toContainText('no such model');
      await expect(problem).toContainText(text.line('main.ts', 3));
      await expect(problem.locator('.pg-problem-code')).toContainText(
        'new RangeError',
      );
      await expect(lab.log).toContainText('before');
    });

    test('an unknown import names what there is', async ({ openLab }) => {
      const lab = await openLab('k-means', locale);
      await lab.runProgram(
        "import { chunk } from 'lodash';\nconsole.log(chunk([1, 2], 1));\n",
        'error',
      );
      const problem = lab.log.getByRole('alert');
      await expect(problem).toContainText(text.module);
      await expect(problem).toContainText("'lodash'");
      await expect(problem).toContainText('plot');
      await expect(problem).toContainText('@runnable-guide/algorithms/k-means');
    });

    test('a program that prints nothing says so', async ({ openLab }) => {
      const lab = await openLab('errata-k-means', locale);
      await lab.runProgram('const quiet = true;\n', 'ready');
      await expect(lab.log).toContainText(text.nothing);
    });
  });
}

const refusals = [
  ['a name declared twice', 'let a = 1;\n\nlet a = 2;\n', 3, 'let a = 2;'],
  ['a loop that is none', 'if (1) {\n  break;\n}\n', 2, 'break;'],
  ['no value to assign to', '\n\n1 = 2;\n', 3, '1 = 2;'],
  ['a constant without a value', 'const a;\n', 1, 'const a;'],
  [
    'await where it cannot stand',
    'function f() {\n  const g = 1;\n  await g;\n}\n',
    3,
    'await g;',
  ],
] as const;

test('what only the engine refuses is placed too', async ({ openLab }) => {
  const lab = await openLab('k-means', 'en');
  const problem = lab.log.getByRole('alert');
  for (const [name, code, line, text] of refusals) {
    await lab.runProgram(`console.log('${name}');\n`, 'ready');
    await lab.runProgram(code, 'error');
    await expect(problem, name).toContainText(`main.ts, line ${line}`);
    await expect(problem.locator('.pg-problem-code'), name).toHaveText(text);
    await expect(lab.root.locator('.cm-error-line')).toHaveText(
      new RegExp(text.replaceAll('.', '\\.')),
    );
  }

  await lab.runProgram(
    "import { kMeans } from '@runnable-guide/algorithms/k-means';\nkMeans([[1]], { k: 1 });\n",
    /ready|error/,
  );
  await lab.edit('k-means.ts', (code) => `${code}\nconst a = 1, a = 2;\n`);
  await lab.expectState('error');
  const last = sourceOf('k-means', 'k-means.ts').split('\n').length + 1;
  await expect(problem).toContainText(`k-means.ts, line ${last}`);
  await expect(problem.locator('.pg-problem-code')).toHaveText(
    'const a = 1, a = 2;',
  );
});

test('the mark is on the line that failed last, also if its number is that of before', async ({
  openLab,
  page,
}) => {
  const lab = await openLab('k-means', 'en');
  const mark = lab.root.locator('.cm-error-line');
  await lab.runProgram(
    'const a: any = [];\nconsole.log("l2");\nconsole.log(a[0].x);\n',
    'error',
  );
  await lab.show('code');
  await expect(mark).toHaveText('console.log(a[0].x);');
  await lab.firstLine();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.keyboard.type('nothing();');
  await expect(mark).toHaveText('nothing();');

  await page.keyboard.press('Shift+ControlOrMeta+K');
  await page.keyboard.press('Home');
  await page.keyboard.insertText('another();\n');
  await expect(mark).toHaveText('another();');
});

test('a test file that the engine refuses names its line', async ({
  openLab,
}) => {
  const lab = await openLab('k-means', 'en');
  await lab.open('k-means.test.ts');
  await lab.write(
    "import { it } from 'vitest';\n\nit('a', () => {\n  continue;\n});\n",
  );
  await lab.runTests();
  await lab.expectState('failed', 30_000);
  await expect(lab.log.locator('.is-fail')).toContainText(
    'k-means.test.ts, line 4',
  );
  await expect(lab.log.locator('.is-fail code')).toHaveText('continue;');
});

test('an error in a timer is shown', async ({ openLab }) => {
  const lab = await openLab('k-means');
  await lab.runProgram(
    'setTimeout(() => {\n  throw new TypeError("too late");\n}, 80);\n',
    'error',
  );
  const problem = lab.log.getByRole('alert');
  await expect(problem).toContainText('TypeError: too late');
  await expect(problem).toContainText('main.ts 第 2 行');
  await expect(problem.locator('.pg-problem-code')).toHaveText(
    'throw new TypeError("too late");',
  );
});

const thrown = [
  { code: "throw 'plain words';", shown: 'plain words' },
  { code: 'throw { code: 42, why: ["a"] };', shown: 'code: 42' },
  { code: 'throw null;', shown: 'null' },
  { code: 'throw undefined;', shown: 'undefined' },
  {
    code: 'throw { get message() { throw 1; }, toString() { throw 2; } };',
    shown: '',
  },
];

test('anything thrown is shown', async ({ openLab }) => {
  const lab = await openLab('errata-k-means');
  for (const { code, shown } of thrown) {
    await lab.runProgram(`console.log(1);\n`, 'ready');
    await lab.runProgram(`${code}\n`, 'error');
    await expect(lab.log.getByRole('alert')).toContainText(shown);
  }
});

test('errors of the runtime name its frames nowhere', async ({ openLab }) => {
  const lab = await openLab('errata-k-means', 'en');
  await lab.runProgram(
    'function deep(n: number): number {\n  return deep(n + 1) + 1;\n}\ndeep(0);\n',
    'error',
  );
  const problem = lab.log.getByRole('alert');
  await expect(problem).toContainText('RangeError');
  await expect(problem).toContainText(/main\.ts, line [12](?!\d)/);
  await expect(problem).not.toContainText(/blob:|worker|host\.ts|eval/);
});

test('await and timers work, and the run ends', async ({ openLab }) => {
  const lab = await openLab('errata-k-means', 'en');
  await lab.runProgram(
    'const sleep = (ms: number) =>\n' +
      '  new Promise((resolve) => setTimeout(resolve, ms));\n' +
      "console.log('first');\n" +
      'await sleep(60);\n' +
      "console.log('second');\n" +
      'let count = 0;\n' +
      'const timer = setInterval(() => {\n' +
      '  count += 1;\n' +
      '  console.log(`tick ${count}`);\n' +
      '  if (count < 3) return;\n' +
      '  clearInterval(timer);\n' +
      "  setTimeout(() => console.log('last'), 60);\n" +
      '}, 20);\n',
    'ready',
  );
  await expect(lab.log).toContainText('last');
  const lines = await lab.log.locator('.pg-line').allInnerTexts();
  expect(lines.map((line) => line.trim())).toEqual([
    'first',
    'second',
    'tick 1',
    'tick 2',
    'tick 3',
    'last',
  ]);
  await lab.expectState('ready');
});

test('the console shows every method and nested values', async ({
  openLab,
}) => {
  const lab = await openLab('errata-k-means', 'en');
  await lab.runProgram(
    [
      "console.log('log', { model: { layers: [2, 8, [1]] } }, [1, 'two']);",
      "console.info('info', new Map([['a', 1]]), new Set([1, 2]));",
      "console.warn('warn', null, undefined, NaN, -0, 10n);",
      "console.error('error', new Error('inside'));",
      'const loop: Record<string, unknown> = {};',
      'loop.self = loop;',
      "console.log('cycle', loop);",
      'console.table([{ k: 2, ok: true }, { k: 3, ok: false }]);',
      "console.log('中文', () => 1);",
      '',
    ].join('\n'),
    'ready',
  );
  const line = (method: string) => lab.log.locator(`.pg-line.is-${method}`);
  await expect(line('log').first()).toContainText(
    'log { model: { layers: [2, 8, [1]] } } [1, "two"]',
  );
  await expect(line('info')).toContainText(
    'info Map(1) { "a" => 1 } Set(2) { 1, 2 }',
  );
  await expect(line('warn')).toContainText('warn null undefined NaN -0 10n');
  await expect(line('error')).toContainText('error Error: inside');
  await expect(line('log').nth(1)).toContainText('circular');
  await expect(line('log').nth(2)).toContainText('中文');
  const table = lab.log.getByRole('table');
  await expect(table.getByRole('columnheader', { name: 'ok' })).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('row').nth(2)).toContainText('3');
  await expect(table.getByRole('row').nth(2)).toContainText('false');
});
