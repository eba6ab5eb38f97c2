import type { AstroConfig } from 'astro';
import { describe, expect, it } from 'vitest';
import config from '../../astro.config.mjs';
import { formulaProblems, markupProblems, proseOf } from './support/prose.ts';
import { builtPages, parseHtml, textIn } from './support/site.ts';

const pages = builtPages();

describe('the built pages', () => {
  it('show no markup to the reader', () => {
    expect(
      pages.flatMap(({ path, tree }) => markupProblems(path, tree)),
    ).toEqual([]);
  });

  it('show every formula', () => {
    expect(
      pages.flatMap(({ path, tree }) => formulaProblems(path, tree)),
    ).toEqual([]);
  });
});

describe('the head of a table', () => {
  const heads = pages.flatMap(({ path, tree }) =>
    textIn(tree, 'th').map((text) => ({ path, text })),
  );

  it('keeps an equation and a product on one line', () => {
    expect(heads.length).toBeGreaterThan(100);
    expect(heads.filter(({ text }) => /[=×] | [=×]/.test(text))).toEqual([]);
  });
});

describe("the site's Markdown", () => {
  const { processor } = (config as unknown as AstroConfig).markdown;
  const renderer = processor.createRenderer({});
  const render = async (text: string) =>
    (await (await renderer).render(text)).code;

  it.each([
    ['**加粗。**后面', '<strong>加粗。</strong>后面'],
    ['前面**“引号”**后面', '<strong>“引号”</strong>后面'],
    ['**`code`：**后面', '：</strong>后面'],
    ['a*强调，*b', '<em>强调，</em>b'],
  ])('renders %s', async (text, html) => {
    expect(await render(text)).toContain(html);
  });

  it('leaves quotation marks and dots as they are typed', async () => {
    expect(await render('"a" ... b--c')).toContain('"a" ... b--c');
  });

  it('gives a heading the id at its end', async () => {
    expect(await render('## 完整回答 [#answer]')).toBe(
      '<h2 id="answer">完整回答</h2>',
    );
  });

  it('renders formulas', async () => {
    expect(await render('$x^2$')).toContain('class="katex"');
  });
});

describe('the checker', () => {
  it.each([
    ['<p>**加粗。**后面</p>'],
    ['<h2>回答 [#answer]</h2>'],
    ['<p>$$x$$</p>'],
    ['<summary>为什么是$T^2$？</summary>'],
    ['<p>\\frac12</p>'],
    ['<p>{facts.p99}</p>'],
    ['<p>&lt;Cite id="a" /></p>'],
    ['<p>[导读](/introduction/)</p>'],
  ])('reports %s', (html) => {
    expect(markupProblems('/', parseHtml(html))).toHaveLength(1);
  });

  it.each([
    '<code>**</code>',
    '<pre>{ a: 1 }</pre>',
    '<script>const a = {b};</script>',
    '<span class="katex">\\frac12</span>',
    '<p>It costs $2 or $3, for a < b, 2 * 3 * 4.</p>',
    '<p>数组[0]</p>',
  ])('accepts %s', (html) => {
    expect(markupProblems('/', parseHtml(html))).toEqual([]);
  });

  it('reads the prose of a page', () => {
    const html = '<h1>A</h1><p>B <b>C</b> <code>D</code></p><style>E</style>';
    expect(proseOf(parseHtml(html))).toEqual(['A', 'B', 'C']);
  });

  it('reports a formula that KaTeX cannot read', () => {
    const html = '<span class="katex-error" title="ParseError">x</span>';
    expect(formulaProblems('/', parseHtml(html))[0]).toContain('ParseError');
  });
});
