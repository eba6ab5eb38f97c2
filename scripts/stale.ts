/**
 * Lists the pages whose facts were last checked more than a year ago, the
 * oldest first.
 *
 * Usage: node scripts/stale.ts   (npm run stale)
 */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Dated {
  page: string;
  /** `2026-11-23` */
  verified: string;
}

/** Pages whose day is more than a year before `today`, the oldest first. */
export function stalePages(pages: readonly Dated[], today: Date): Dated[] {
  const limit = new Date(today);
  limit.setUTCFullYear(limit.getUTCFullYear() - 1);
  const day = limit.toISOString().slice(0, 10);
  return pages
    .filter(({ verified }) => verified < day)
    .toSorted(
      (a, b) =>
        a.verified.localeCompare(b.verified) || a.page.localeCompare(b.page),
    );
}

/** Every page of the guide with the day in its frontmatter. */
export function datedPages(): Dated[] {
  const folder = fileURLToPath(
    new URL('../src/content/docs/', import.meta.url),
  );
  return globSync('**/*.mdx', { cwd: folder })
    .sort()
    .map((page) => {
      const text = readFileSync(folder + page, 'utf8');
      const [, verified] = /^verified: (\d{4}-\d\d-\d\d)$/m.exec(text) ?? [];
      if (verified === undefined) {
        throw new Error(`${page} has no \`verified: 2026-11-23\` on top.`);
      }
      return { page, verified };
    });
}

if (import.meta.main) {
  const pages = datedPages();
  const stale = stalePages(pages, new Date());
  for (const { page, verified } of stale) {
    console.log(`${verified}  ${page}`);
  }
  console.log(
    `${stale.length} of ${pages.length} pages were last checked more than a year ago.`,
  );
}
