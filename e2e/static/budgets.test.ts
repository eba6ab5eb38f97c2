import { afterAll, describe, expect, it } from 'vitest';
import {
  assetsOf,
  closure,
  gzipBytes,
  gzipBytesOf,
  importsOfScript,
  islandScripts,
  isReact,
} from './support/chunks.ts';
import { readBuilt } from './support/files.ts';
import { type BuiltPage, builtPages } from './support/site.ts';

/**
 * Kilobytes of 1000 bytes, gzip. Counted are the HTML, the style sheets and
 * the scripts with all that they import at once. Not counted are fonts,
 * pictures, and what a script imports later, such as the search.
 */
const LIMITS = { page: 60, sandbox: 60, playground: 300 };

/**
 * Chunks that the playground imports only when something is asked of it. Any
 * other chunk counts as loaded.
 */
const ON_DEMAND: [RegExp, string][] = [
  [/\/lab\.[^/]+$/, 'the sources of one lab'],
  [/\/DiffView\.[^/]+$/, 'comparing with the original'],
  [/\/FigureData\.[^/]+$/, 'the data of a figure, and its files'],
  [/\/share-link\.[^/]+$/, 'reading and making a shared link'],
  [/\/python-language\.[^/]+$/, "Python's grammar, for the Python edition"],
  [/\/lab-zip\.[^/]+$/, 'downloading the files'],
  [/\/csv-data\.[^/]+$/, "reading a table of the reader's own"],
  [/\/type-help\.[^/]+$/, 'type help, off until asked for'],
  [/\/node\.[^/]+$/, "Sandpack's client for Node, of no lab"],
  [/\/index-[^/]+$/, "Sandpack's client for static pages, of no lab"],
];

const pages = builtPages();
const sandbox = pages.filter(({ path }) => path === '/sandbox/');
const withPlayground = pages.filter((page) => islandScripts(page).length > 0);
const plain = pages.filter(
  (page) => !withPlayground.includes(page) && !sandbox.includes(page),
);

const table: Record<string, Record<string, number>> = {};
const kB = (bytes: number) => Math.round(bytes / 100) / 10;

function weigh(page: BuiltPage): number {
  const { css, js } = assetsOf(page);
  const html = gzipBytes(page.html);
  const styles = gzipBytesOf(css);
  const scripts = gzipBytesOf(closure(js));
  const sum = html + styles + scripts;
  table[page.path] = {
    html: kB(html),
    css: kB(styles),
    js: kB(scripts),
    sum: kB(sum),
  };
  return kB(sum);
}

afterAll(() => {
  const row = (cells: (string | number)[]) =>
    cells
      .map((cell, i) => String(cell).padStart(i === 0 ? 0 : 8))
      .map((cell, i) => (i === 0 ? cell.padEnd(36) : cell))
      .join('');
  const heads = ['html', 'css', 'js', 'sum'];
  const rows = Object.entries(table)
    .sort(([, a], [, b]) => (b['sum'] ?? 0) - (a['sum'] ?? 0))
    .map(([path, cells]) => row([path, ...heads.map((i) => cells[i] ?? '')]));
  console.info([row(['kB, gzip', ...heads]), ...rows].join('\n'));
});

describe('a page without a playground', () => {
  it.each(plain)('$path weighs little', (page) => {
    expect(
      weigh(page),
      `${page.path}: HTML, CSS and JavaScript of a page without a playground ` +
        `weigh at most ${LIMITS.page} kB (gzip). See the printed table for ` +
        'what is heavy; load what few readers need on demand.',
    ).toBeLessThanOrEqual(LIMITS.page);
  });

  it.each(plain)('$path cannot load React', (page) => {
    expect(
      closure(assetsOf(page).js, () => true).filter((path) =>
        isReact(readBuilt(path).toString('utf8')),
      ),
      `${page.path} has no playground, so it must not import React, neither ` +
        'at once nor later. Use plain TypeScript in an Astro script.',
    ).toEqual([]);
  });
});

describe('the playground', () => {
  it('stands on pages of this build', () => {
    expect(withPlayground.length).toBeGreaterThan(0);
    expect(sandbox).toHaveLength(1);
  });

  it.each(sandbox)('has a small runtime', (page) => {
    expect(
      weigh(page),
      'The sandbox page and its scripts, without the test library, weigh at ' +
        `most ${LIMITS.sandbox} kB (gzip).`,
    ).toBeLessThanOrEqual(LIMITS.sandbox);
  });

  it('has a small editor', () => {
    const roots = [...new Set(withPlayground.flatMap(islandScripts))];
    const loaded = closure(
      roots,
      (path) => !ON_DEMAND.some(([pattern]) => pattern.test(path)),
    );
    const scripts = gzipBytesOf(loaded);
    table['playground code'] = { js: kB(scripts), sum: kB(scripts) };
    expect(loaded.some((path) => path.includes('/Live.'))).toBe(true);
    expect(
      kB(scripts),
      'All code of a playground that runs, without its lab and its sandbox, ' +
        `weighs at most ${LIMITS.playground} kB (gzip). Loaded: ` +
        loaded.map((path) => `${path} ${kB(gzipBytesOf([path]))}`).join(', '),
    ).toBeLessThanOrEqual(LIMITS.playground);
  });
});

describe('the checker', () => {
  it('tells what a script imports at once from what it imports later', () => {
    const code =
      'import{a}from"./a.js";import"./b.js";export*from"../c.js";' +
      'const d=()=>import("./d.js"),e=x=>import(x);import.meta.url;';
    expect(importsOfScript(code, '_astro/x.js')).toEqual({
      fixed: ['_astro/a.js', '_astro/b.js', 'c.js'],
      dynamic: ['_astro/d.js'],
    });
  });

  it('recognises React by its own mark', () => {
    const react = readBuilt(
      closure(withPlayground.flatMap(islandScripts)).find((path) =>
        path.includes('/client.'),
      ) ?? '',
    );
    expect(isReact(react.toString('utf8'))).toBe(true);
    expect(isReact('const text = "react.transitional.element"')).toBe(false);
  });

  it('follows later imports only where it is told to', () => {
    const roots = withPlayground.slice(0, 1).flatMap(islandScripts);
    expect(closure(roots, () => true).length).toBeGreaterThan(
      closure(roots).length,
    );
  });
});
