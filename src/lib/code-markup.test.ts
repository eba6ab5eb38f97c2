import { expect, it } from 'vitest';
import { codeFigure, codeMarkup } from './code-markup.ts';

it('makes an element of what has a colour, and keeps the lines', () => {
  expect(codeMarkup("const a = 'x';\n\nreturn b", 'ts')).toBe(
    '<span class="tok-keyword">const</span> <span class="tok-name">a</span>' +
      ' = <span class="tok-string">\'x\'</span>;\n\n' +
      '<span class="tok-keyword">return</span> b',
  );
});

it('knows Python', () => {
  expect(codeMarkup('return 1  # one', 'python')).toBe(
    '<span class="tok-keyword">return</span> ' +
      '<span class="tok-number">1</span>  ' +
      '<span class="tok-comment"># one</span>',
  );
});

it('leaves markup in code as text', () => {
  expect(codeMarkup("const a = '</code><b>';", 'ts')).toContain(
    "'&lt;/code&gt;&lt;b&gt;'",
  );
  expect(codeMarkup('a < b && c', 'text')).toBe('a &lt; b &amp;&amp; c');
});

it('tells style sheets how many lines and columns a block has', () => {
  const block = { code: 'one\n  two two\n', language: 'text', title: 'a<b' };
  expect(codeFigure(block)).toBe(
    '<figure class="code not-content" style="--lines:2;--columns:9">' +
      '<figcaption>a&lt;b</figcaption>' +
      '<pre data-language="text" translate="no"><code>one\n  two two</code></pre></figure>',
  );
});
