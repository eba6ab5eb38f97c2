import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commonHeaders, policyRules } from './security-headers.mjs';

export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Folders whose files change their names with their content. */
export const HASHED_FOLDERS = ['_astro'];

/**
 * Writes what hosts look for in the folder they publish: `_headers` (Netlify,
 * Cloudflare Pages) and `.nojekyll` (GitHub Pages, which leaves out folders
 * that begin with `_` otherwise). All three answer with 404.html by
 * themselves and need no redirects.
 *
 * @param {{ base: string }} options
 * @returns {import('astro').AstroIntegration}
 */
export function hostFiles({ base }) {
  return {
    name: 'host-files',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const headers = headersFile(await policyRules(root), base);
        await writeFile(join(root, '_headers'), headers);
        await writeFile(join(root, '.nojekyll'), '');
      },
    },
  };
}

/** Values of one header never come from two rules: hosts differ in what wins. */
export function headersFile(rules, base) {
  const prefix = base.replace(/\/$/, '');
  const block = (path, headers) =>
    [
      prefix + path,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ].join('\n');
  const blocks = [
    block('/*', commonHeaders),
    ...rules.flatMap(({ paths, policy, permissions }) =>
      paths.map((path) =>
        block(path, {
          'Content-Security-Policy': policy,
          'Permissions-Policy': permissions,
        }),
      ),
    ),
    ...HASHED_FOLDERS.map((folder) =>
      block(`/${folder}/*`, { 'Cache-Control': IMMUTABLE }),
    ),
    block('/service-worker.js', { 'Cache-Control': 'no-cache' }),
  ];
  return `${blocks.join('\n')}\n`;
}
