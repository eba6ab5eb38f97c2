/**
 * Our sandbox beside Sandpack's own bundler, in one run: the same lab, the
 * same page around it, fresh browser contexts by turns. Sandpack's files are
 * those that `@codesandbox/sandpack-client` ships; what it asks foreign hosts
 * for is answered here. Needs a built guide.
 *
 * Usage: npm run bench:playground
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import sirv from 'sirv';
import { chromiumPath } from '../../scripts/browser.ts';
import { serve } from '../../scripts/serve.ts';

const ROUNDS = 5;
const EDITS = 11;
const OURS = 4601;
const THEIRS = 4602;

const modules = 'node_modules/@codesandbox/sandpack-client/sandpack';
const algorithms = [
  'empty-clusters',
  'k-means',
  'k-means-seeding',
  'lists',
  'matrix',
  'random',
  'validate',
];

interface Result {
  coldMs: number;
  editMs: number;
  kilobytes: number;
  foreign: number;
}

/** The compiler that Sandpack fetches, from the registry instead. */
function fetchCompiler(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guide-bench-'));
  execFileSync(
    'npm',
    [
      'install',
      '--no-audit',
      '--no-fund',
      '--prefix',
      folder,
      'typescript@3.4.1',
    ],
    { stdio: 'ignore' },
  );
  return join(folder, 'node_modules/typescript/lib/typescript.js');
}

const compiler = fetchCompiler();

/** The k-means lab as the bundlers get it, `plot` as a module of its own. */
function labFiles(): Record<string, { code: string; path: string }> {
  const texts: Record<string, string> = {
    '/package.json': '{ "main": "/main.ts", "dependencies": {} }',
    '/main.ts': read('packages/labs/k-means/main.ts')
      .replace("from 'plot'", "from './plot-stub'")
      .replace('@runnable-guide/algorithms/', './'),
    '/plot-stub.ts':
      'export const plot = { scatter(...values: any[]) {}, line(...values: any[]) {} };',
  };
  for (const name of algorithms) {
    // Sandpack's resolver does not know imports that end in .ts.
    texts[`/${name}.ts`] = read(`packages/algorithms/src/${name}.ts`).replace(
      /(from '\.\/[^']+)\.ts'/g,
      "$1'",
    );
  }
  return Object.fromEntries(
    Object.entries(texts).map(([path, code]) => [path, { code, path }]),
  );
}

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

async function measure(
  browser: Browser,
  host: string,
  bundler: string,
): Promise<Result> {
  const context = await browser.newContext();
  const page = await context.newPage();
  let bytes = 0;
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    const url = new URL(response.url());
    if (url.protocol === 'http:' && url.pathname !== '/bench-host') {
      pending.push(
        response.body().then(
          (body) => {
            bytes += gzipSync(body).length;
          },
          () => {},
        ),
      );
    }
  });
  const foreign = await answerForeign(page, host);
  await page.route(`${host}/bench-host`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<body></body>' }),
  );
  await page.goto(`${host}/bench-host`);
  const times = await page.evaluate(runInPage, {
    bundler,
    modules: labFiles(),
    edits: EDITS,
  });
  await Promise.all(pending);
  await context.close();
  return { ...times, kilobytes: bytes / 1_000, foreign: foreign.count };
}

/** Other origins do not exist here; Sandpack gets what it cannot do without. */
async function answerForeign(page: Page, host: string) {
  const foreign = { count: 0 };
  await page.route(
    (url) => url.protocol.startsWith('http') && url.origin !== host,
    (route) => {
      foreign.count += 1;
      const url = route.request().url();
      if (/typescript/.test(url)) {
        return route.fulfill({
          path: compiler,
          contentType: 'text/javascript',
        });
      }
      const name = url.match(/packages\/([^/]+)\//)?.[1] ?? 'none';
      return route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        json: {
          contents: {},
          dependency: { name, version: '1.0.0' },
          peerDependencies: {},
          dependencyDependencies: {},
          dependencyAliases: {},
        },
      });
    },
  );
  return foreign;
}

/** Runs in the page: first result, then edits of one number. */
async function runInPage(input: {
  bundler: string;
  modules: Record<string, { code: string; path: string }>;
  edits: number;
}): Promise<{ coldMs: number; editMs: number }> {
  const frame = document.createElement('iframe');
  let onLine: (() => void) | null = null;
  let onDone: (() => void) | null = null;
  const compile = (modules: object) =>
    frame.contentWindow?.postMessage(
      {
        $id: 1,
        codesandbox: true,
        type: 'compile',
        version: 3,
        modules,
        externalResources: [],
        hasFileResolver: false,
        template: 'parcel',
        showOpenInCodeSandbox: false,
        showErrorScreen: true,
        skipEval: false,
        clearConsoleDisabled: true,
        logLevel: 30,
      },
      '*',
    );
  addEventListener('message', (event) => {
    if (event.source !== frame.contentWindow) {
      return;
    }
    const { type } = event.data;
    if (type === 'initialized') {
      frame.contentWindow?.postMessage(
        { type: 'register-frame', origin: location.origin, id: 1 },
        '*',
      );
      compile(input.modules);
    } else if (type === 'console') {
      onLine?.();
      onLine = null;
    } else if (type === 'done') {
      onDone?.();
      onDone = null;
    }
  });
  const result = async (start: () => void) => {
    const from = performance.now();
    const line = new Promise<number>((resolve) => {
      onLine = () => resolve(performance.now() - from);
    });
    const done = new Promise<void>((resolve) => {
      onDone = resolve;
    });
    start();
    const [elapsed] = await Promise.all([line, done]);
    return elapsed;
  };
  const coldMs = await result(() => {
    frame.src = input.bundler;
    document.body.append(frame);
  });
  const edits: number[] = [];
  for (let edit = 0; edit < input.edits; edit += 1) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const main = input.modules['/main.ts'];
    const code = `${main?.code}\nconsole.log(${edit});\n`;
    const changed = { ...input.modules, '/main.ts': { ...main, code } };
    edits.push(await result(() => compile(changed)));
  }
  edits.sort((a, b) => a - b);
  return { coldMs, editMs: edits[edits.length >> 1] ?? Number.NaN };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const ours = await serve(OURS);
const theirs = createServer(
  sirv(fileURLToPath(new URL(`../../${modules}`, import.meta.url))),
).listen(THEIRS);

const results: { ours: Result[]; theirs: Result[] } = { ours: [], theirs: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  const here = `http://localhost:${OURS}`;
  results.ours.push(await measure(browser, here, `${here}/sandbox/`));
  const there = `http://localhost:${THEIRS}`;
  results.theirs.push(await measure(browser, there, `${there}/`));
}
await browser.close();
ours.close();
theirs.close();

const pick = (list: Result[], key: keyof Result) =>
  median(list.map((item) => item[key]));
const rows = (
  [
    ['cold first result (ms)', 'coldMs'],
    ['edit to result, median (ms)', 'editMs'],
    ['runtime, gzip (kB)', 'kilobytes'],
    ['requests to other origins', 'foreign'],
  ] as const
).map(([label, key]) => {
  const mine = pick(results.ours, key);
  const other = pick(results.theirs, key);
  return {
    what: label,
    guide: mine.toFixed(1),
    sandpack: other.toFixed(1),
    ratio: mine === 0 ? '—' : (other / mine).toFixed(1),
  };
});
console.log(`Median of ${ROUNDS} rounds by turns, ${EDITS} edits each.`);
console.table(rows);
