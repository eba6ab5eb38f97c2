import postcss from 'postcss';
import { describe, expect, it } from 'vitest';
import { withoutHas } from './postcss-without-has.mjs';

function process(css: string, from: string): string {
  return postcss([withoutHas])
    .process(css, { from })
    .css.replace(/\s+/g, ' ')
    .trim();
}

const STARLIGHT = '/node_modules/@astrojs/starlight/dist/style/markdown.css';

describe('withoutHas', () => {
  it('keeps the selectors of a rule that ask nothing', () => {
    const css = 'details:hover, details:has(> summary:hover) { color: red; }';
    expect(process(css, STARLIGHT)).toBe('details:hover { color: red; }');
  });

  it('drops a rule of which nothing is left', () => {
    const css = '.a:has(.b) { color: red; } .c { color: blue; }';
    expect(process(css, STARLIGHT)).toBe('.c { color: blue; }');
  });

  it('spaces the last block of a list item without looking at the others', () => {
    const css = `.sl-markdown-content
      :is(ol, ul):has(> li > :not(a, ul)) > li > :is(:last-child:not(a)) {
        margin-bottom: 1.25rem;
      }`;
    expect(process(css, STARLIGHT)).toMatch(
      /^\.sl-markdown-content :is\(ol, ul\) > li > :last-child:not\(a, [^{]*\{ margin-bottom: 1\.25rem; \}$/,
    );
  });

  it('leaves the rules of everyone else', () => {
    const css = '.a:has(.b) { color: red; }';
    expect(process(css, '/src/styles/mine.css')).toBe(css);
  });
});
