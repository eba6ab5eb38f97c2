/**
 * Lighthouse on the built guide, which is served compressed as hosts do it:
 * the four categories of some pages, as a phone (Lighthouse's own choice) and
 * as a desktop. Performance depends on the machine, so it is the median of
 * some runs and does not fail; anything else below 100 does.
 *
 * Usage: npm run lighthouse [-- PATH…]   (PORT, RUNS; build first)
 */
import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launch } from 'puppeteer-core';
import { chromiumPath } from './browser.ts';
import { serve } from './serve.ts';

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

/** The built guide with a compressed copy beside each text. */
function compressedGuide(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  cpSync(fileURLToPath(new URL('../dist', import.meta.url)), folder, {
    recursive: true,
  });
  const texts = '**/*.{html,css,js,json,svg,xml,txt,webmanifest}';
  for (const name of globSync(texts, { cwd: folder })) {
    const path = join(folder, name);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
  }
  return folder;
}

const executablePath = chromiumPath();
if (executablePath === undefined) {
  throw new Error('No Chromium found: run `npx node scripts/browser.ts`.');
}
const folder = compressedGuide();
const server = await serve(PORT, '/', folder);
const browser = await launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});

type Result = NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'];

async function examine(path: string, screen: string): Promise<Result> {
  const page = await browser.newPage();
  const result = await lighthouse(
    `http://localhost:${PORT}${path}`,
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
rmSync(folder, { recursive: true });
for (const problem of problems) {
  console.log(problem);
}
console.log(
  `Performance: median of ${RUNS} runs; other categories: the worst.`,
);
console.table(table);
process.exitCode = hasFailed ? 1 : 0;
