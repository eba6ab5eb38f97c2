/**
 * Lighthouse on the built guide, served as Netlify and Cloudflare Pages do it,
 * by HTTP/2 and compressed with Brotli: the four categories of some pages, as a
 * phone (Lighthouse's own choice) and as a desktop. Performance depends on the
 * machine, so it is the median of some runs and does not fail; anything else
 * below 100 does.
 *
 * Usage: npm run lighthouse [-- PATH…]   (PORT, RUNS; build first)
 */
import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createSecureServer } from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'puppeteer-core';
import { chromiumPath, pathOfCommand } from './browser.ts';
import { filesOf } from './serve.ts';

const PORT = Number(process.env['PORT'] ?? 4606);
const RUNS = Number(process.env['RUNS'] ?? 3);
const GUIDE = [
  '/',
  '/en/',
  '/concepts/model-deployment/',
  '/coding/k-means/',
  '/review/',
];
const paths = process.argv.length > 2 ? process.argv.slice(2) : GUIDE;
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

const work = mkdtempSync(join(tmpdir(), 'lighthouse-'));
process.once('exit', () => rmSync(work, { recursive: true }));
process.once('SIGINT', () => process.exit(130));

/** What a host that compresses while it serves can afford. */
const LEVEL = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** The built guide with a compressed copy beside each text. */
function compressedGuide(): string {
  const folder = join(work, 'guide');
  cpSync(fileURLToPath(new URL('../dist', import.meta.url)), folder, {
    recursive: true,
  });
  const texts = '**/*.{html,css,js,json,svg,xml,txt,webmanifest}';
  for (const name of globSync(texts, { cwd: folder })) {
    const path = join(folder, name);
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), LEVEL));
  }
  return folder;
}

/** A key and a certificate of its own for `localhost`, as PEM. */
function certificate() {
  if (pathOfCommand(['openssl']) === undefined) {
    throw new Error('Browsers speak HTTP/2 over TLS: install `openssl`.');
  }
  const file = (name: string) => join(work, name);
  execFileSync('openssl', [
    ...['req', '-x509', '-days', '2', '-subj', '/CN=localhost', '-nodes'],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'],
    ...['-addext', 'subjectAltName=DNS:localhost'],
    ...['-keyout', file('key.pem'), '-out', file('certificate.pem')],
  ]);
  return {
    key: readFileSync(file('key.pem')),
    cert: readFileSync(file('certificate.pem')),
  };
}

/** By this the browser trusts that one key. */
function fingerprint(cert: Buffer): string {
  const { publicKey } = new X509Certificate(cert);
  const bytes = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(bytes).digest('base64');
}

const executablePath = chromiumPath();
if (executablePath === undefined) {
  throw new Error('No Chromium found: run `npx node scripts/browser.ts`.');
}
const pair = certificate();
const answer = filesOf('/', compressedGuide());
const server = createSecureServer(pair, (request, response) =>
  // sirv knows the requests of HTTP/1, which those of HTTP/2 resemble.
  answer(request as never, response as never),
);
await new Promise<void>((resolve, reject) => {
  server.once('error', reject);
  server.listen(PORT, resolve);
});
const browser = await launch({
  executablePath,
  args: [
    `--ignore-certificate-errors-spki-list=${fingerprint(pair.cert)}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

async function examine(path: string, screen: string): Promise<Result> {
  const page = await browser.newPage();
  const result = await lighthouse(
    `https://localhost:${PORT}${path}`,
    { onlyCategories: CATEGORIES, logLevel: 'error' },
    screen === 'desktop' ? desktopConfig : undefined,
    page,
  );
  await page.close();
  if (result === undefined || result.lhr.runtimeError !== undefined) {
    throw new Error(`${path}: ${result?.lhr.runtimeError?.message}`);
  }
  return result.lhr;
}

/** From 0 to 100, as Lighthouse shows it. */
const scoreOf = ({ categories }: Result, name: string) =>
  Math.round((categories[name]?.score ?? 0) * 100);

/** What takes points from a category. */
function findings({ audits, categories }: Result, name: string): string[] {
  return (categories[name]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = audits[id];
    const isFine = audit?.score === null || (audit?.score ?? 1) >= 0.9;
    return weight === 0 || isFine
      ? []
      : [`${id}: ${audit?.title} ${audit?.displayValue ?? ''}`];
  });
}

const table: Record<string, string | number>[] = [];
const problems = new Set<string>();
let hasFailed = false;
for (const path of paths) {
  for (const screen of ['mobile', 'desktop']) {
    const results: Result[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      results.push(await examine(path, screen));
    }
    results.sort(
      (a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'),
    );
    const median = results[results.length >> 1] as Result;
    const row: Record<string, string | number> = { page: path, screen };
    for (const name of CATEGORIES) {
      const isTimed = name === 'performance';
      const score = isTimed
        ? scoreOf(median, name)
        : Math.min(...results.map((result) => scoreOf(result, name)));
      row[name] = score;
      hasFailed ||= score < 100 && !isTimed;
      for (const finding of score < 100 ? findings(median, name) : []) {
        problems.add(`${path} (${screen}), ${name}: ${finding}`);
      }
    }
    table.push(row);
    console.log(Object.values(row).join(' '));
  }
}
await browser.close();
server.close();
for (const problem of problems) {
  console.log(problem);
}
console.log(
  `Performance: median of ${RUNS} runs; other categories: the worst.`,
);
console.table(table);
process.exitCode = hasFailed ? 1 : 0;
