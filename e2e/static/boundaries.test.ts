import { describe, expect, it } from 'vitest';
import { filesMatching, readSource } from './support/files.ts';
import { importsOf } from './support/imports.ts';
import { boundaryProblems } from './support/rooms.ts';

const SANDPACK = '@codesandbox/sandpack-react';

const sources = filesMatching('{packages,src}/**/*.{ts,tsx,astro,mdx,mjs}').map(
  (path) => ({ path, imports: importsOf(path, readSource(path)) }),
);

describe('the import table', () => {
  it('reads every kind of source file', () => {
    const kinds = new Set(
      sources
        .filter(({ imports }) => imports.length > 0)
        .map(({ path }) => path.split('.').at(-1)),
    );
    expect([...kinds].sort()).toEqual(['astro', 'mdx', 'mjs', 'ts', 'tsx']);
  });

  it('is respected by every source file', () => {
    expect(
      sources.flatMap(({ path, imports }) => boundaryProblems(path, imports)),
    ).toEqual([]);
  });

  it(`has one file that imports ${SANDPACK}`, () => {
    const importers = sources.filter(({ imports }) =>
      imports.some(
        (name) => name === SANDPACK || name.startsWith(`${SANDPACK}/`),
      ),
    );
    expect(
      importers.map(({ path }) => path),
      'The editor library stands behind one adapter, so that it can be ' +
        'replaced: use what components/playground/sandpack.tsx offers.',
    ).toEqual(['src/components/playground/sandpack.tsx']);
  });
});

describe('the checker', () => {
  it.each([
    ['packages/algorithms/src/k-means.ts', './lists.ts'],
    ['packages/algorithms/src/k-means.test.ts', 'vitest'],
    ['packages/algorithms/proof/near.ts', '../src/k-means.ts'],
    ['packages/algorithms/proof/k-means.test.ts', 'fast-check'],
    ['packages/labs/k-means/main.ts', '@runnable-guide/algorithms/k-means'],
    ['packages/labs/k-means/main.ts', 'plot'],
    ['packages/labs/k-means/lab.ts', 'sources:./main.ts,k-means.test.ts'],
    ['packages/labs/k-means/lab.test.ts', '@runnable-guide/sandbox/run-once'],
    ['packages/sandbox/src/expect.ts', '@vitest/expect'],
    ['src/plots/line.ts', '@runnable-guide/sandbox/plot'],
    ['src/lib/run-lab.ts', '@runnable-guide/sandbox/run-once'],
    ['src/components/playground/Live.tsx', '@runnable-guide/sandbox/host'],
    ['src/components/playground/Live.tsx', 'react'],
    ['src/content/docs/errata.mdx', '~/components/question'],
    ['src/content/docs/en/errata.mdx', '../../../components/question'],
  ])('lets %s import %s', (path, specifier) => {
    expect(boundaryProblems(path, [specifier])).toEqual([]);
  });

  it.each([
    ['packages/algorithms/src/k-means.ts', 'd3-array'],
    ['packages/algorithms/src/k-means.ts', 'node:fs'],
    ['packages/algorithms/src/k-means.ts', 'vitest'],
    ['packages/algorithms/src/k-means.test.ts', 'fast-check'],
    ['packages/algorithms/src/k-means.ts', '../../labs/lab.ts'],
    ['packages/algorithms/src/k-means.ts', '../proof/near.ts'],
    ['packages/algorithms/proof/near.ts', '../../labs/lab.ts'],
    ['packages/labs/k-means/main.ts', 'react'],
    ['packages/labs/k-means/main.ts', '@runnable-guide/sandbox/plot'],
    ['packages/labs/k-means/lab.ts', 'sources:./main.ts,../../sandbox/a.ts'],
    ['packages/sandbox/src/host.ts', '@runnable-guide/labs/lab'],
    ['packages/sandbox/src/host.ts', 'react'],
    ['packages/sandbox/src/host.ts', '@codesandbox/sandpack-client'],
    ['packages/sandbox/src/host.ts', '../../../src/lib/figures.ts'],
    ['src/plots/line.ts', '~/components/playground'],
    ['src/plots/line.ts', '~/lib/figures'],
    ['src/plots/line.ts', '@runnable-guide/sandbox/host'],
    ['src/i18n/dictionary.ts', '~/lib/figures'],
    ['src/lib/site-path.ts', '~/components/question'],
    ['src/lib/site-path.ts', '@runnable-guide/sandbox/host'],
    ['src/components/question/Cite.astro', '~/pages/sandbox.astro'],
    ['src/content/docs/errata.mdx', '@runnable-guide/sandbox/host'],
    ['src/content.config.ts', '~/lib/figures'],
  ])('does not let %s import %s', (path, specifier) => {
    const problems = boundaryProblems(path, [specifier]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(path);
    expect(problems[0]).toContain(specifier.split(',').at(-1));
  });

  it('asks for a room where a file stands in none', () => {
    expect(boundaryProblems('src/hooks/a.ts', [])[0]).toContain('no room');
  });

  it('finds imports in TypeScript, and none in comments and strings', () => {
    const text = `
      import a from './a.ts'; // import x from 'no'
      import type { B } from "b";
      export * from 'c';
      const d = () => import('d');
      type E = import('e').E;
      const s = "import x from 'no'";`;
    expect(importsOf('x.ts', text)).toEqual(['./a.ts', 'b', 'c', 'd', 'e']);
  });

  it('finds imports in the fence and the scripts of an Astro file', () => {
    const text = `---
import A from './A.astro';
---
<p>import x from 'no'</p>
<script>
  import { b } from './b.ts';
</script>`;
    expect(importsOf('x.astro', text)).toEqual(['./A.astro', './b.ts']);
  });

  it('finds imports in MDX, and none in its code samples', () => {
    const text = `---
title: x
---

import { Cite } from 'a';

\`\`\`ts
import no from 'no';
\`\`\`
`;
    expect(importsOf('x.mdx', text)).toEqual(['a']);
  });
});
