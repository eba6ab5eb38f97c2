import { parseFrontmatter } from '@astrojs/markdown-remark';
import type { Heading, Nodes, Root } from 'mdast';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** Attributes that hold words of the page's language. */
const TRANSLATED = new Set(['answer', 'caption', 'question', 'title']);

export interface MdxPage {
  frontmatter: Record<string, unknown>;
  /** Text of its import and export statements. */
  moduleCode: string[];
  /** `<Playground lab="k-means">`: name and untranslated attributes. */
  components: string[];
  headings: { level: number; id: string | undefined; text: string }[];
  /** Ids that `<Cite>` names, in order. */
  cites: string[];
}

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkMath);

export function parseMdx(text: string): MdxPage {
  const { frontmatter, content } = parseFrontmatter(text);
  const tree = parser.parse(content) as Root;
  const page: MdxPage = {
    frontmatter,
    moduleCode: [],
    components: [],
    headings: [],
    cites: [],
  };
  visit(tree, (node) => {
    if (node.type === 'mdxjsEsm') {
      page.moduleCode.push(node.value);
    } else if (
      node.type === 'mdxJsxFlowElement' ||
      node.type === 'mdxJsxTextElement'
    ) {
      page.components.push(tagOf(node));
      if (node.name === 'Cite') {
        page.cites.push(String(attributeOf(node, 'id')));
      }
    } else if (node.type === 'heading') {
      page.headings.push(headingOf(node));
    }
  });
  return page;
}

type Jsx = Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function tagOf(node: Jsx): string {
  const attributes = node.attributes.flatMap((attribute) =>
    attribute.type === 'mdxJsxAttribute' && !TRANSLATED.has(attribute.name)
      ? [
          `${attribute.name}=${JSON.stringify(attributeOf(node, attribute.name))}`,
        ]
      : [],
  );
  return `<${[node.name, ...attributes.sort()].join(' ')}>`;
}

function attributeOf(node: Jsx, name: string): string | true | undefined {
  for (const attribute of node.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && attribute.name === name) {
      const { value } = attribute;
      return typeof value === 'string' ? value : (value?.value ?? true);
    }
  }
  return undefined;
}

/** The same mark as in src/lib/remark-heading-id.mjs. */
function headingOf(heading: Heading): MdxPage['headings'][number] {
  const last = heading.children.at(-1);
  const text = last?.type === 'text' ? last.value : '';
  const id = /\[#([a-z][a-z0-9-]*)\]\s*$/.exec(text)?.[1];
  return { level: heading.depth, id, text: text.trim() };
}
