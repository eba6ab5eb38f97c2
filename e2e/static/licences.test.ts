import { describe, expect, it } from 'vitest';
import { builtFiles, readBuilt } from './support/files.ts';
import { attribute, elements, readerPages, textOf } from './support/site.ts';

const pages = readerPages();
const page = pages.find(({ path }) => path === '/licences/');
const entries = elements(page?.tree ?? { type: 'root', children: [] }).filter(
  (element) => attribute(element, 'dataPackage') !== undefined,
);
const listed = entries.map((entry) => attribute(entry, 'dataPackage'));

/**
 * Marks that packages leave in the built files, from reading those files:
 * whatever bears the mark must be in the list.
 */
const MARKS: [name: string, file: RegExp, mark?: string][] = [
  ['@fontsource/ibm-plex-sans', /ibm-plex-sans.*\.woff2$/],
  ['@fontsource-variable/jetbrains-mono', /jetbrains-mono.*\.woff2$/],
  ['katex', /KaTeX_Main-Regular.*\.woff2$/],
  ['pyodide', /pyodide\.asm\.wasm.*\.bin$/],
  ['react', /\.js$/, 'react.transitional.element'],
  ['react-dom', /\.js$/, '__reactContainer$'],
  ['@codemirror/view', /\.js$/, 'cm-scroller'],
  ['@codesandbox/sandpack-react', /\.js$/, 'SandpackProvider'],
  ['minisearch', /search-dialog.*\.js$/, 'MiniSearch'],
  ['@vitest/expect', /\.js$/, 'toMatchInlineSnapshot'],
  ['fflate', /\.js$/, 'invalid zip data'],
  ['typescript', /worker.*\.js$/, 'getSemanticDiagnostics'],
  ['workbox-precaching', /(^|\/)(sw|workbox)[^/]*\.js$/, 'workbox:precaching'],
];

describe('the list of licences', () => {
  it('names every package that left its mark on the built files', () => {
    const scripts = builtFiles('**/*').filter((file) => /\.\w+$/.test(file));
    const missing = MARKS.filter(([name, file, mark]) => {
      const isShipped = scripts.some(
        (path) =>
          file.test(path) &&
          (mark === undefined || readBuilt(path).includes(mark)),
      );
      return isShipped && !listed.includes(name);
    });
    expect(missing.map(([name]) => name)).toEqual([]);
  });

  it('names no tool that stays behind', () => {
    const tools = ['vite', 'vitest', 'rolldown', '@playwright/test', 'shiki'];
    expect(tools.filter((name) => listed.includes(name))).toEqual([]);
  });

  it('gives a licence for each, and the text of nearly all', () => {
    expect(entries.length).toBeGreaterThan(20);
    expect(new Set(listed).size).toBeGreaterThan(20);
    const withoutText = entries.filter(
      (entry) => !/copyright|licen[cs]e/i.test(textOf(entry).slice(60)),
    );
    expect(withoutText.length / entries.length).toBeLessThan(0.2);
  });

  it('is linked from the foot of every page', () => {
    for (const { path, html } of pages) {
      const own = path.startsWith('/en/') ? '/en/licences/' : '/licences/';
      expect(html, path).toContain(`${own}"`);
    }
  });
});
