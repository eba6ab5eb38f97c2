import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, fenced, quotation } from './escape-markdown';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath);
const parse = (text: string) => parser.parse(text).children;
/** What a reader sees: a line for each break, a gap between paragraphs. */
const seen = (node: Nodes): string =>
  node.type === 'break'
    ? '\n'
    : 'value' in node
      ? node.value
      : 'children' in node
        ? node.children.map(seen).join(node.type === 'blockquote' ? '\n\n' : '')
        : '';
const kinds = (node: Nodes): string[] => [
  node.type,
  ...('children' in node ? node.children.flatMap(kinds) : []),
];

const words = fc
  .array(
    fc.constantFrom(
      ...'\\`*_{}[]<>&~|$#-+=!:/.)(1a "\''.split(''),
      '---',
      '```',
      'www.a.b',
      'http://a_b.c/d',
      '&amp;',
      '<b>',
      '[x](y)',
      '- [ ] ',
      'x|y',
    ),
    { minLength: 1, maxLength: 10 },
  )
  .map((parts) => parts.join('').trim())
  .filter((line) => line !== '');

describe('text in Markdown', () => {
  it('reads as it was written, and is no markup', () => {
    const plain = ['paragraph', 'text', 'blockquote', 'break', 'link'];
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (lines) => {
        const text = lines.join('\n');
        const nodes = parse(quotation(text));
        expect(nodes.map(seen)).toEqual([text]);
        expect(nodes.flatMap(kinds).filter((k) => !plain.includes(k))).toEqual(
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('keeps headings, lists, indents and paragraphs of prose as typed', () => {
    const text = 'Two steps:\n  # assign\n  - move k_means\n\n1. then <b>x</b>';
    expect(quotation(text).split('\n')).toEqual([
      '> Two steps:\\',
      '> \u{a0}\u{a0}\\# assign\\',
      '> \u{a0}\u{a0}\\- move k\\_means',
      '>',
      '> 1\\. then \\<b\\>x\\</b\\>',
    ]);
    expect(parse(quotation(text)).map(seen)).toEqual([
      text.replaceAll('  ', '\u{a0}\u{a0}'),
    ]);
  });

  it('is a heading or a link that shows each sign', () => {
    fc.assert(
      fc.property(words, (line) => {
        const [heading, list] = parse(
          `# ${escapeMarkdown(line)}\n\n- [${escapeMarkdown(line)}](/x)`,
        );
        expect(heading && seen(heading)).toBe(line);
        expect(list && seen(list)).toBe(line);
      }),
    );
  });

  it('is code in a fence, whatever is in it', () => {
    const code = '  indented(a * b); // # `tick`\n````\nreturn a * 2;';
    expect(fenced(code, 'ts').split('\n')[0]).toBe('`````ts');
    expect(parse(fenced(code, 'ts'))).toMatchObject([
      { type: 'code', lang: 'ts', value: code },
    ]);
    expect(fenced('a', 'ts')).toBe('```ts\na\n```');
  });
});
