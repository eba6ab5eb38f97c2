import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const FILE = new URL('../content/glossary.yaml', import.meta.url);

/** Elements and components whose words are not running text. */
const LEFT_ALONE = new Set(
  'a code h1 h2 h3 h4 h5 h6 pre svg Choice Cite Fact Playground Question SelfCheck Source'.split(
    ' ',
  ),
);

/** The entries of the glossary as the configuration of Astro needs them. */
export function glossaryTerms() {
  return parse(readFileSync(FILE, 'utf8'));
}

/**
 * Links the first use of each term on a page to the glossary. Running text
 * alone: not headings, code, formulas, links, nor questions and their answers
 * to choose from.
 *
 * @param {{ terms: ReturnType<typeof glossaryTerms> }} options
 */
export function rehypeTerms({ terms }) {
  return (tree, file) => {
    const [, slug = ''] =
      /content\/docs\/(.+)\.mdx?$/.exec(file.path?.replaceAll('\\', '/')) ?? [];
    const isEnglish = slug.startsWith('en/');
    const page = slug.replace(/^en\//, '');
    if (slug === '' || page === 'glossary') {
      return;
    }
    const finder = finderOf(
      terms.filter(({ only }) => only?.includes(page) ?? true),
      isEnglish ? 'en' : 'zh',
    );
    const folder = isEnglish ? '/en/glossary/#' : '/glossary/#';
    linkIn(tree, finder, (id) => folder + id);
  };
}

/**
 * One expression for all names, the longest first, and whose name it is.
 *
 * @returns {{ pattern: RegExp, idOf: (found: string) => string, used: Set<string> }}
 */
export function finderOf(terms, side) {
  const ids = new Map();
  for (const { id, short = [], [side]: own } of terms) {
    for (const name of [own.name, ...(own.aliases ?? []), ...short]) {
      ids.set(name, id);
    }
  }
  const names = [...ids.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(names.map(patternOf).join('|') || '(?!)', 'gu');
  const byStart = new Map(
    names.toReversed().map((name) => [lowered(name), ids.get(name)]),
  );
  return {
    pattern,
    idOf: (found) =>
      byStart.get(lowered(found)) ?? byStart.get(lowered(found).slice(0, -1)),
    used: new Set(),
  };
}

const lowered = (name) => name.charAt(0).toLowerCase() + name.slice(1);

/** Latin words are whole, with a small or capital first letter. */
function patternOf(name) {
  const first = name.charAt(0);
  const rest = escaped(name.slice(1));
  const start = /[a-z]/i.test(first)
    ? `[${first.toLowerCase()}${first.toUpperCase()}]`
    : escaped(first);
  const before = /^[a-z0-9]/i.test(name) ? '(?<![A-Za-z0-9_-])' : '';
  const isWord = /[a-z0-9]$/i.test(name);
  const plural = /[a-z]$/i.test(name) ? 's?' : '';
  return before + start + rest + (isWord ? `${plural}(?![A-Za-z0-9_+-])` : '');
}

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function linkIn(node, finder, hrefOf) {
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') {
      return linked(child, finder, hrefOf);
    }
    const isLeftAlone =
      LEFT_ALONE.has(child.tagName ?? child.name) ||
      child.properties?.className?.includes('katex');
    if (child.children !== undefined && !isLeftAlone) {
      linkIn(child, finder, hrefOf);
    }
    return [child];
  });
}

function linked({ value }, { pattern, idOf, used }, hrefOf) {
  const parts = [];
  let end = 0;
  for (const { 0: found, index } of value.matchAll(pattern)) {
    const id = idOf(found);
    if (!used.has(id)) {
      used.add(id);
      parts.push(text(value.slice(end, index)), {
        type: 'element',
        tagName: 'a',
        properties: { className: ['term'], href: hrefOf(id) },
        children: [text(found)],
      });
      end = index + found.length;
    }
  }
  return [...parts, text(value.slice(end))].filter(({ value: v }) => v !== '');
}

const text = (value) => ({ type: 'text', value });
