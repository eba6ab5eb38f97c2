import type { Element } from 'hast';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import type { Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Article } from './article.ts';
import { attribute, find, findTag, textOf } from './hast.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', rule: '-', emphasis: '_' })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMath)
  .freeze();

/**
 * A page as Markdown: formulas as TeX, labs as code blocks, figures as
 * sentences, and citations as links to the source itself.
 *
 * @param address Turns an address of the site into one that leads there.
 */
export function markdownOf(
  article: Article,
  address: (path: string) => string,
): string {
  const sources = sourceLinks(article);
  const tree = toMdast(article.content, {
    handlers: {
      a: link((href) =>
        href.startsWith('#')
          ? (sources.get(href.slice(1)) ?? address(article.path + href))
          : href.startsWith('/')
            ? address(href)
            : href,
      ),
      div: drawingOrBlock,
      math: formula,
    },
  }) as Root;
  const facts = [
    `- url: ${address(article.path)}`,
    `- language: ${article.lang}`,
    ...(article.verified === '' ? [] : [`- verified: ${article.verified}`]),
  ];
  const head = `# ${article.title}\n\n> ${article.description}\n\n${facts.join('\n')}`;
  const text = writer.stringify({ ...tree, children: filled(tree.children) });
  return `${head}\n\n${text.trim()}\n`;
}

/** Without lists that a program fills, and headings that stand over nothing. */
function filled(nodes: readonly RootContent[]): RootContent[] {
  const kept: RootContent[] = [];
  for (const node of nodes.toReversed()) {
    const below = kept.at(-1);
    const isEmpty =
      node.type === 'heading'
        ? below === undefined ||
          (below.type === 'heading' && below.depth <= node.depth)
        : node.type === 'list' && node.children.length === 0;
    if (!isEmpty) {
      kept.push(node);
    }
  }
  return kept.reverse();
}

/** The address of each source of the page, by the id of its list item. */
function sourceLinks({ content }: Article): Map<string, string> {
  return new Map(
    find(content, (element) => attribute(element, 'id').startsWith('ref-')).map(
      (item) => [
        attribute(item, 'id'),
        findTag(item, 'a').map((a) => attribute(a, 'href'))[0] ?? '',
      ],
    ),
  );
}

const link =
  (target: (href: string) => string): Handle =>
  (state, node: Element) => ({
    type: 'link',
    url: target(attribute(node, 'href')),
    title: null,
    children: state.all(node) as never,
  });

const drawingOrBlock: Handle = (state, node: Element) => {
  if (attribute(node, 'role') !== 'img') {
    return state.toFlow(state.all(node)) as never;
  }
  const value = `[${attribute(node, 'ariaLabel')}]`;
  return { type: 'paragraph', children: [{ type: 'text', value }] };
};

const formula: Handle = (_, node: Element) => {
  const [tex] = findTag(node, 'annotation');
  const value = tex ? textOf(tex) : '';
  return attribute(node, 'display') === 'block'
    ? ({ type: 'math', value } as never)
    : ({ type: 'inlineMath', value } as never);
};
