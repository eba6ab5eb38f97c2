import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { policyRules } from './security-headers.mjs';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'guide-headers-'));
});

afterEach(() => rm(root, { recursive: true }));

async function build(pages: Record<string, string>): Promise<void> {
  for (const [file, policy] of Object.entries(pages)) {
    const path = join(root, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(
      path,
      `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    );
  }
}

it('joins what the pages of a group allow, and says who may frame them', async () => {
  await build({
    'index.html': "default-src 'self'; script-src 'self' 'sha256-a'",
    'en/index.html': "default-src 'self'; script-src 'self' 'sha256-b'",
    'sandbox/index.html': "default-src 'none'",
  });
  expect(await policyRules(root)).toMatchObject([
    {
      name: 'pages',
      paths: ['/en/', '/en/index.html', '/', '/index.html'],
      policy:
        "default-src 'self'; script-src 'self' 'sha256-b' 'sha256-a'; " +
        "frame-ancestors 'self'",
    },
    {
      name: 'sandbox',
      paths: ['/sandbox/*'],
      policy: "default-src 'none'; frame-ancestors 'self'",
    },
  ]);
});

it('gives the microphone to the pages of the guide alone', async () => {
  await build({
    'embed/k-means/index.html': "default-src 'self'",
    'en/interview/index.html': "default-src 'self'",
    'sandbox/index.html': "default-src 'none'",
  });
  const rules = await policyRules(root);
  expect(
    rules.map(({ name, permissions }) => [
      name,
      /microphone=[^,]*/.exec(permissions)?.[0],
    ]),
  ).toEqual([
    ['embed', 'microphone=()'],
    ['pages', 'microphone=(self)'],
    ['sandbox', 'microphone=()'],
  ]);
  expect(
    rules.every(({ permissions }) => permissions.includes('camera=()')),
  ).toBe(true);
});

it('opens the pages for embedding, and the sandbox in them, to all', async () => {
  await build({
    'embed/k-means/index.html': "default-src 'self'",
    'en/embed/k-means/index.html': "default-src 'self'",
    'en/errata/index.html': "default-src 'self'",
    'errata/index.html': "default-src 'self'",
    'sandbox/index.html': "default-src 'none'",
  });
  const rules = await policyRules(root);
  expect(
    rules.map(({ name, paths, policy }) => [
      name,
      ...paths,
      policy.split('; ').at(-1),
    ]),
  ).toEqual([
    ['embed', '/embed/*', '/en/embed/*', 'frame-ancestors *'],
    ['pages', '/en/errata/*', '/errata/*', "frame-ancestors 'self'"],
    ['sandbox', '/sandbox/*', 'frame-ancestors *'],
  ]);
});
