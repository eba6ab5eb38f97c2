import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { codeFigure } from './code-markup.ts';

/** Fenced code becomes what src/components/code makes of a file. */
export function rehypeCode() {
  return (tree: Root) => {
    visit(tree, 'element', (pre, index, parent) => {
      const [code] = pre.children;
      if (
        pre.tagName !== 'pre' ||
        code?.type !== 'element' ||
        code.tagName !== 'code' ||
        parent === undefined ||
        index === undefined
      ) {
        return;
      }
      const text = code.children.map((child) =>
        child.type === 'text' ? child.value : '',
      );
      const classes = [code.properties['className'] ?? []].flat();
      const figure = codeFigure({
        code: text.join(''),
        language: String(classes[0] ?? 'text').replace(/^language-/, ''),
      });
      const { children } = fromHtml(figure, { fragment: true });
      parent.children.splice(index, 1, ...(children as ElementContent[]));
      return index + 1;
    });
  };
}
