import { describe, expect, it } from 'vitest';
import { assetsOf } from './support/chunks.ts';
import { builtFiles, readBuilt } from './support/files.ts';
import { builtPages } from './support/site.ts';

/** Rules on the page as a whole that ask what is in it. */
function pageWideSearches(css: string): string[] {
  return (
    css.match(/(?<![\w.#-])(?:html|body|:root)[^\s,{}>+~]*?:has\([^{]*/g) ?? []
  );
}

describe('a change of an element costs no search of the whole page', () => {
  it.each([
    'html:has(.open){overflow:hidden}',
    'a{color:red}body:has(#menu:popover-open){overflow:hidden}',
    ':root:not(.x):has(.open){overflow:hidden}',
    'html:not(:has(.open)){overflow:hidden}',
  ])('%s is noticed', (css) => {
    expect(pageWideSearches(css)).toHaveLength(1);
  });

  it.each([
    '.fold-body:has(p){margin:0}',
    'html .row:has(> button){margin:0}',
    'body>p:has(a){margin:0}',
  ])('%s is not meant', (css) => {
    expect(pageWideSearches(css)).toEqual([]);
  });

  it('the style sheets have none', () => {
    const sheets = builtFiles('_astro/**/*.css');
    expect(sheets).not.toEqual([]);
    const found = sheets.flatMap((path) =>
      pageWideSearches(readBuilt(path).toString('utf8')),
    );
    expect(
      found,
      'Set an attribute on the page with a script, and use that in the rule.',
    ).toEqual([]);
  });
});

describe('a page with a lab asks no element what is in it', () => {
  const pages = builtPages().filter(({ html }) => html.includes('data-lab="'));

  it('is on many pages', () => {
    expect(pages.length).toBeGreaterThan(20);
  });

  // The button of the menu looks at what stands beside it, and at no more.
  it.each(pages)('$path', (page) => {
    const rules = assetsOf(page)
      .css.map((path) => readBuilt(path).toString('utf8'))
      .flatMap((css) => css.match(/[^{}]*:has\((?!~)[^{]*/g) ?? []);
    expect(rules, 'A class says it as well, see postcss-without-has').toEqual(
      [],
    );
  });
});

describe('code before its editor', () => {
  const pages = builtFiles('**/*.html')
    .map((path) => ({ path, html: readBuilt(path).toString() }))
    .filter(({ html }) => html.includes('<figure class="code'));

  it('is on many pages', () => {
    expect(pages.length).toBeGreaterThan(20);
  });

  // A style per token was half of the page, and of the time to draw it.
  it.each(pages)('$path: what a token is, is a class', ({ html }) => {
    expect(html).not.toMatch(/<pre[^>]*><code>(?:(?!<\/code>).)*<[^>]*style=/s);
  });

  it('has the colours of the editor, in TypeScript and in Python', () => {
    const page = pages.find(({ path }) => path === 'coding/k-means/index.html');
    for (const token of [
      '<span class="tok-keyword">import</span>',
      '<span class="tok-comment">// Change these and run again.</span>',
      '<span class="tok-type">Matrix</span>',
      '<span class="tok-name">k_means_steps</span>',
    ]) {
      expect(page?.html).toContain(token);
    }
    expect(page?.html).not.toMatch(/<span class="tok-[^"]*"><\/span>/);
  });
});
