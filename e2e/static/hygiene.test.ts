import { describe, expect, it } from 'vitest';
import { filesMatching, readSource } from './support/files.ts';
import { hygieneProblems, lockProblems } from './support/hygiene.ts';

const BINARY = /\.(?:png|jpe?g|gif|webp|avif|ico|woff2?|ttf|pdf|zip)$/;

const files = filesMatching('**/*', '.*', '.{ci,github}/**/*').filter(
  (path) => path !== 'package-lock.json' && !BINARY.test(path),
);

describe('the files of the project', () => {
  it('are all read', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '.ci/run',
        '.gitignore',
        'astro.config.mjs',
        'e2e/static/support/hygiene.ts',
        'packages/algorithms/src/k-means.ts',
        'src/content/docs/en/errata.mdx',
      ]),
    );
  });

  it('name no machine, registry or way of working', () => {
    expect(
      files.flatMap((path) => hygieneProblems(path, readSource(path))),
    ).toEqual([]);
  });

  it('install from the public registry', () => {
    expect(lockProblems(readSource('package-lock.json'))).toEqual([]);
  });
});

describe('the checker', () => {
  // Put together from halves, since this file is checked as well.
  it.each([
    ['a path', '/wo', 'rk/main/src'],
    ['a path in a string', "'/tm", "p/x'"],
    ["a path in someone's home", ' /ho', 'me/ann/project'],
    ['a registry', 'https://registry', '.npmjs.org/'],
    ['a role', 'report to the', ' lead'],
    ['another role', 'as the other', ' helpers do'],
    ['a session', 'found in an earlier', ' session'],
    ['an unfinished place', '// TO', 'DO: later'],
  ])('reports %s', (_, start, end) => {
    expect(hygieneProblems('a.ts', start + end)).toHaveLength(1);
  });

  it.each([
    'packages/work/a.ts',
    'https://example.org/tmp/a',
    '~/root/a',
    'the lead time and the lead author',
    'helper functions, an inference session, a system prompt',
    '| Session | Content |',
  ])('accepts %s', (line) => {
    expect(hygieneProblems('a.ts', line)).toEqual([]);
  });

  it('reports a lock file that names another source', () => {
    const lock = (resolved?: string, link?: boolean) =>
      JSON.stringify({ packages: { 'node_modules/a': { resolved, link } } });
    expect(lockProblems(lock('https://mirror.example.org/a.tgz'))).toHaveLength(
      1,
    );
    expect(lockProblems(lock('http://127.0.0.1:4873/a.tgz'))).toHaveLength(1);
    expect(lockProblems(lock('packages/labs', true))).toEqual([]);
    expect(lockProblems(lock())).toEqual([]);
  });
});
