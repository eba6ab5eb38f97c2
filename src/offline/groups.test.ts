import { describe, expect, it } from 'vitest';
import { groupOf, isHashed } from './groups.ts';

describe('groupOf', () => {
  it.each([
    ['index.html', 'zh-CN'],
    ['', 'zh-CN'],
    ['./', 'zh-CN'],
    ['errata/', 'zh-CN'],
    ['coding/k-means/index.html', 'zh-CN'],
    ['en/', 'en'],
    ['en/index.html', 'en'],
    ['en/errata/', 'en'],
    ['sandbox/', 'shell'],
    ['sandbox/index.html', 'shell'],
    ['offline/index.html', 'shell'],
    ['_astro/Live.BLVShLb-.js', 'shell'],
    ['_astro/KaTeX_Main-Regular.B22Nviop.woff2', 'extra'],
    ['_astro/KaTeX_Main-Italic.NWA7e6Wa.woff2', 'shell'],
    ['_astro/math-main-regular.8PPglXaZ.woff2', 'shell'],
    ['_astro/jetbrains-mono-latin-wght-normal.B9CIFXIH.woff2', 'extra'],
    ['_astro/jetbrains-mono-greek-wght-normal.Bw9x6K1M.woff2', 'shell'],
    ['_astro/KaTeX_Fraktur-Bold.BdnERNNW.woff2', 'extra'],
    ['_astro/KaTeX_Main-Regular.ypZvNtVU.ttf', null],
    ['_astro/type-worker-DONPRfaI.js', 'extra'],
    ['_astro/pyodide.asm.wasm.BHsX9S2m.bin', 'python'],
    ['_astro/python_stdlib.zip.D-2lq_xY.bin', 'python'],
    ['glossary/en.json', 'en'],
    ['glossary/zh-CN.json', 'zh-CN'],
    ['search/en.json', 'en'],
    ['search/zh-CN.json', 'zh-CN'],
    ['en/manifest.webmanifest', 'shell'],
    ['favicon.svg', 'shell'],
    ['cards/ai-infrastructure.en.apkg', 'en'],
    ['cards/ai-infrastructure.zh-CN.csv', 'zh-CN'],
    ['icons/icon-512.png', 'extra'],
    ['decks/guide.apkg', 'extra'],
    ['404.html', null],
    ['embed/k-means/index.html', null],
    ['en/embed/k-means/', null],
    ['coding/k-means.md', null],
    ['en/index.md', null],
    ['en/llms-full.txt', null],
    ['en/feed.xml', null],
    ['og/en/errata.png', null],
    ['embed/en/k-means/index.html', null],
    ['_headers', null],
    ['.nojekyll', null],
  ])('%s is of %s', (path, group) => {
    expect(groupOf(path)).toBe(group);
  });
});

describe('isHashed', () => {
  it.each([
    ['_astro/Live.BLVShLb-.js', true],
    ['guide/_astro/Live.BLVShLb-.js', true],
    ['errata/', false],
    ['favicon.svg', false],
  ])('%s: %s', (path, expected) => {
    expect(isHashed(path)).toBe(expected);
  });
});
