import { typescriptLanguage } from '@codemirror/lang-javascript';
import { pythonLanguage } from '@codemirror/lang-python';
import { highlightCode } from '@lezer/highlight';
import { codeRoles } from './code-roles.ts';
import { escapeMarkup } from './escape-markup.ts';

const parsers = new Map([
  ['ts', typescriptLanguage.parser],
  ['python', pythonLanguage.parser],
]);

/**
 * Code as HTML, coloured as the editor does it, by its grammars; in another
 * language it stays without colour. Only what has a colour of its own becomes
 * an element, and a line is nothing but a line: a page of a lab shows some two
 * thousand of them.
 *
 * @param language as it is written behind the fence in Markdown: `ts`, `sh`
 */
export function codeMarkup(code: string, language: string): string {
  const parser = parsers.get(language);
  if (parser === undefined) {
    return escapeMarkup(code);
  }
  let markup = '';
  const put = (text: string, classes: string) => {
    const escaped = escapeMarkup(text);
    markup +=
      classes === '' ? escaped : `<span class="${classes}">${escaped}</span>`;
  };
  const end = () => {
    markup += '\n';
  };
  highlightCode(code, parser.parse(code), codeRoles, put, end);
  return markup;
}

/** A block of code: what src/styles/code.css gives its look. */
export interface CodeBlock {
  code: string;
  language: string;
  /** Name of the file, shown above it. */
  title?: string | undefined;
  /** Long lines go on below instead of scrolling. */
  wrap?: boolean | undefined;
}

export function codeFigure(block: CodeBlock): string {
  const { language, title, wrap = false } = block;
  const code = block.code.trimEnd();
  const classes = `code not-content${wrap ? ' is-wrapped' : ''}`;
  const lines = code.split('\n');
  const columns = Math.max(...lines.map((line) => line.length));
  const caption =
    title === undefined
      ? ''
      : `<figcaption>${escapeMarkup(title)}</figcaption>`;
  return (
    `<figure class="${classes}" style="--lines:${lines.length};--columns:${columns}">` +
    `${caption}<pre data-language="${escapeMarkup(language)}" translate="no">` +
    `<code>${codeMarkup(code, language)}</code></pre></figure>`
  );
}
