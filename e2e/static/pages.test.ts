import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { docs, sitePathOf } from './support/docs.ts';
import { figureTexts } from './support/figures.ts';
import { headProblems } from './support/head.ts';
import {
  base,
  elements,
  framedPages,
  parseHtml,
  readerPages,
  textIn,
  textOf,
} from './support/site.ts';

const pages = readerPages();
const preloadedFonts = (html: string) =>
  html
    .matchAll(/<link rel="preload" as="font"[^>]* href="([^"]+)"/g)
    .map(([, href = '']) => /_astro\/([\w-]+)\./.exec(href)?.[1])
    .toArray();
const childrenOf = (parent: Element, name: string) =>
  parent.children.filter(
    (child): child is Element =>
      child.type === 'element' && child.tagName === name,
  );

describe('the built pages', () => {
  it('are those of src/content/docs', () => {
    expect(pages.map(({ path }) => path).sort()).toEqual(
      docs()
        .map(({ slug, isEnglish }) => sitePathOf(slug, isEnglish))
        .sort(),
    );
  });

  it.each(pages)('say who they are: $path', (page) => {
    expect(headProblems(page)).toEqual([]);
  });

  it.each(pages)('load the fonts that they are set in early: $path', (page) => {
    const has = (mark: RegExp) => mark.test(page.html);
    const signs = ['math-size1-regular', 'math-size2-regular'];
    expect(preloadedFonts(page.html)).toEqual([
      'ibm-plex-sans-400',
      'ibm-plex-sans-600',
      ...(has(/<code/) ? ['jetbrains-mono-400'] : []),
      ...(has(/class="katex"/)
        ? ['math-main-regular', 'math-math-italic', ...signs]
        : []),
      ...(has(/mathbb|amsrm/) ? ['math-ams-regular'] : []),
    ]);
  });

  it.each(framedPages())(
    'load them early in frames, too: $path',
    ({ html }) => {
      expect(preloadedFonts(html)).toEqual([
        'ibm-plex-sans-400',
        'ibm-plex-sans-600',
        'jetbrains-mono-400',
      ]);
    },
  );

  it.each(pages)('have their style sheets in the head: $path', ({ html }) => {
    expect(
      html
        .slice(html.indexOf('</head>'))
        .match(/<link rel="stylesheet"[^>]*>/g),
      'See src/lib/styles-in-head.mjs.',
    ).toBeNull();
  });

  it.each(pages)('name no two sections alike: $path', ({ tree }) => {
    const [list] = elements(tree)
      .filter(({ tagName }) => tagName === 'starlight-toc')
      .flatMap((toc) => childrenOf(toc, 'nav'))
      .flatMap((nav) => childrenOf(nav, 'ul'));
    const names = (list === undefined ? [] : childrenOf(list, 'li'))
      .flatMap((item) => childrenOf(item, 'a'))
      .map((link) => textOf(link).trim());
    expect(new Set(names).size, names.join()).toBe(names.length);
  });

  it('label the links of headings in their language', () => {
    const english = pages.filter(
      ({ path, html }) =>
        !path.startsWith('/en/') && html.includes('Section titled'),
    );
    expect(english.map(({ path }) => path)).toEqual([]);
  });

  it.each(pages.filter(({ path }) => path.includes('/coding/')))(
    'name the program in both languages of the lab: $path',
    ({ tree }) => {
      expect(textIn(tree, 'code')).toEqual(
        expect.arrayContaining(['main.ts', 'main.py']),
      );
    },
  );

  it('have titles of their own', () => {
    const titles = pages.map(({ html }) => /<title>(.*?)</.exec(html)?.[1]);
    expect(
      titles.filter((title, i) => titles.indexOf(title) !== i),
      'Two pages with one title cannot be told apart in a search result.',
    ).toEqual([]);
  });
});

describe('figures on Chinese pages', () => {
  const chinese = pages.filter(({ path }) => !path.startsWith('/en/'));

  it('have Chinese captions, descriptions and table headings', () => {
    const texts = chinese.flatMap(({ tree }) => figureTexts(tree));
    expect(texts.length).toBeGreaterThan(100);
    const english = texts.filter(
      (text) => /[a-z]{3}/i.test(text) && !/\p{Script=Han}/u.test(text),
    );
    expect(english, 'Translate them in `terms` of the lab.').toEqual([]);
  });
});

describe('the checker', () => {
  const html = `<html lang="en"><head><title>A</title>
    <meta name="description" content="B"></head><body>
    <h1 id="a">A</h1><starlight-lang-select><select>
    <option value="${base}/errata/">1</option>
    <option value="${base}/en/errata/">2</option>
    </select></starlight-lang-select></body></html>`;
  const problems = (text: string) =>
    headProblems({ path: '/en/errata/', html: text, tree: parseHtml(text) });

  it('accepts a whole page', () => {
    expect(problems(html)).toEqual([]);
  });

  it.each([
    ['another language', 'lang="en"', 'lang="zh-CN"'],
    ['no title', '<title>A</title>', ''],
    ['no description', 'content="B"', 'content=""'],
    ['a long description', 'content="B"', `content="${'B'.repeat(201)}"`],
    ['no main heading', 'h1', 'h2'],
    ['two main headings', '</body>', '<h1>B</h1></body>'],
    ['one id twice', '</body>', '<p id="a"></p></body>'],
    ['no way to the other language', `"${base}/errata/`, `"${base}/summary/`],
    [
      'no alternate where the address is known',
      '</head>',
      '<link rel="canonical" href="https://example.org/en/errata/"></head>',
    ],
  ])('reports %s', (_, old, replacement) => {
    expect(problems(html.replaceAll(old, replacement))).toHaveLength(1);
  });
});
