/**
 * An English page records the hash of the Chinese page that it was written
 * from. Lists the English pages whose Chinese page has changed since; with
 * --write, records the present hashes. Do that after the translation follows.
 *
 * Usage: node scripts/source-hash.ts [--write]
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const docs = fileURLToPath(new URL('../src/content/docs/', import.meta.url));
const FIELD = /^sourceHash:.*$/m;

/** The first 12 hexadecimal digits of the text's SHA-256. */
export function sourceHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** The page with `hash` as the `sourceHash` of its frontmatter. */
export function withSourceHash(page: string, hash: string): string {
  const [whole, fields] = /^---\n([\s\S]*?\n)---\n/.exec(page) ?? [];
  if (whole === undefined || fields === undefined) {
    throw new Error('The page has no frontmatter: it starts with `---`.');
  }
  // Quoted, since a hash of digits alone would be read as a number.
  const line = `sourceHash: '${hash}'`;
  const recorded = FIELD.test(fields)
    ? fields.replace(FIELD, line)
    : `${fields}${line}\n`;
  return `---\n${recorded}---\n${page.slice(whole.length)}`;
}

if (import.meta.main) {
  const write = process.argv.includes('--write');
  const stale = globSync('en/**/*.mdx', { cwd: docs })
    .sort()
    .flatMap((file) => {
      const english = readFileSync(docs + file, 'utf8');
      const chinese = readFileSync(docs + file.replace(/^en./, ''), 'utf8');
      const current = withSourceHash(english, sourceHash(chinese));
      return current === english ? [] : [{ file, current }];
    });
  for (const { file, current } of stale) {
    console.log(`${write ? 'recorded' : 'stale'}  src/content/docs/${file}`);
    if (write) {
      writeFileSync(docs + file, current);
    }
  }
  process.exitCode = stale.length > 0 && !write ? 1 : 0;
}
