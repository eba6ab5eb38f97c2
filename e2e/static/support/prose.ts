import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const NOT_PROSE = new Set([
  'annotation',
  'code',
  'pre',
  'script',
  'style',
  'svg',
  'textarea',
]);

/** Texts that a reader sees as prose: no code, output, formula or figure. */
export function proseOf(tree: Root): string[] {
  const texts: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'element' && !isProse(node)) {
      return SKIP;
    }
    if (node.type === 'text' && node.value.trim() !== '') {
      texts.push(node.value.trim());
    }
    return undefined;
  });
  return texts;
}

function isProse({ tagName, properties }: Element): boolean {
  return (
    !NOT_PROSE.has(tagName) &&
    !classes(properties).some((name) => name === 'katex' || name === 'pg-log')
  );
}

function classes({ className }: Element['properties']): string[] {
  return Array.isArray(className) ? className.map(String) : [];
}

interface Leftover {
  what: string;
  pattern: RegExp;
  fix: string;
}

const leftovers: Leftover[] = [
  {
    what: 'literal asterisks',
    pattern: /\*\*/,
    fix:
      'Close the bold text on both sides; the Markdown processor of ' +
      'astro.config.mjs needs remark-cjk-friendly.',
  },
  {
    what: 'the mark of a heading id',
    pattern: /\[#[\w-]*\]/,
    fix: 'It stands at the end of a heading, in lower case: `## A [#a-b]`.',
  },
  {
    what: 'dollar signs of a formula',
    pattern: /\$\$|\$[^$]*[\\^_{][^$]*\$/,
    fix:
      'Attributes and front matter are plain text: write the formula in the ' +
      'Markdown of the page.',
  },
  {
    what: 'a TeX command',
    pattern: /\\[a-zA-Z]{2,}/,
    fix: 'Put the formula between dollar signs.',
  },
  {
    what: 'an expression in braces',
    pattern: /\{[^{}]*\}/,
    fix: 'Put it into a code span, or escape the brace with a backslash.',
  },
  {
    what: 'an unrendered tag',
    pattern: /<\/?[A-Za-z][^<>]*>/,
    fix: 'Import the component at the top of the page, or use a code span.',
  },
  {
    what: 'an unrendered link',
    pattern: /\]\((?:\/|\.|#|https?:)[^)]*\)/,
    fix: 'Attributes are plain text: put the link into the Markdown.',
  },
];

/** Markup that was left over in the prose of a page, a sentence each. */
export function markupProblems(path: string, tree: Root): string[] {
  return proseOf(tree).flatMap((text) =>
    leftovers
      .filter(({ pattern }) => pattern.test(text))
      .map(({ what, fix }) => `${path} shows ${what}: '${text}'. ${fix}`),
  );
}

/** Formulas that KaTeX could not read. */
export function formulaProblems(path: string, tree: Root): string[] {
  const problems: string[] = [];
  visit(tree, 'element', ({ properties }) => {
    if (classes(properties).includes('katex-error')) {
      problems.push(
        `${path} has a formula that KaTeX cannot read: ` +
          `${String(properties['title'])}. Correct its TeX.`,
      );
    }
  });
  return problems;
}
