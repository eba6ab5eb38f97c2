/**
 * Prints the nginx configuration for the built guide: hosting/nginx/guide.conf
 * filled in.
 *
 * Usage: node scripts/nginx.ts --root /srv/www [--listen 80]
 *
 * BASE_PATH is that of the build. Below `/guide/`, the files of dist/ belong
 * in the folder `guide` of the root.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HASHED_FOLDERS, IMMUTABLE } from '../src/lib/host-files.mjs';
import { commonHeaders, policyRules } from '../src/lib/security-headers.mjs';

const path = (relative: string) =>
  fileURLToPath(new URL(`../${relative}`, import.meta.url));

interface Options {
  /** Folder that the host serves; the guide is in it, below its base path. */
  root: string;
  listen: string;
  base: string;
  /** The built site. */
  dist?: string;
}

export async function nginxConfig({
  root,
  listen,
  base,
  dist = path('dist'),
}: Options): Promise<string> {
  const folder = base.replace(/\/?$/, '/');
  const rules = await policyRules(dist);
  const values: Record<string, string> = {
    ROOT: root,
    LISTEN: listen,
    BASE: folder,
    HASHED: HASHED_FOLDERS.join('|'),
    IMMUTABLE,
    POLICIES: mapOf(rules, folder, ({ policy }) => policy),
    PERMISSIONS: mapOf(rules, folder, ({ permissions }) => permissions),
    HEADERS: Object.entries(commonHeaders)
      .map(([name, value]) => `    add_header ${name} "${value}" always;`)
      .join('\n'),
  };
  return readFileSync(path('hosting/nginx/guide.conf'), 'utf8')
    .replace(/^#[^\n]*\n#[^\n]*\n#[^\n]*\n\n/, '')
    .replace(/@([A-Z]+)@/g, (place, name: string) => values[name] ?? place);
}

type Rule = Awaited<ReturnType<typeof policyRules>>[number];

/** The lines of a `map` from paths to the values of a header. */
function mapOf(
  rules: readonly Rule[],
  folder: string,
  headerOf: (rule: Rule) => string,
): string {
  return rules
    .flatMap((rule) =>
      rule.paths.map(
        (name) => `    ${patternOf(folder, name)} "${headerOf(rule)}";`,
      ),
    )
    .join('\n');
}

/** `/en/*` and `/404.html` as patterns of nginx. */
function patternOf(folder: string, name: string): string {
  const whole = folder + name.slice(1);
  const escaped = whole.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return whole.endsWith('*')
    ? `~^${escaped.replace(/\*$/, '')}`
    : `~^${escaped}$`;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { root: { type: 'string' }, listen: { type: 'string' } },
  });
  if (values.root === undefined) {
    console.error('Usage: node scripts/nginx.ts --root /srv/www [--listen 80]');
    process.exitCode = 1;
  } else {
    console.log(
      await nginxConfig({
        root: values.root,
        listen: values.listen ?? '80',
        base: process.env['BASE_PATH'] ?? '/',
      }),
    );
  }
}
