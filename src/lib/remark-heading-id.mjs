import { visit } from 'unist-util-visit';

const MARK = /\s*\[#([a-z][a-z0-9-]*)\]\s*$/;

/**
 * `## 完整回答 [#answer]` gives the heading the id `answer`. Generated ids
 * would differ between the languages, and links would break with a reworded
 * heading.
 */
export function remarkHeadingId() {
  return (tree) => {
    visit(tree, 'heading', (heading) => {
      const last = heading.children.at(-1);
      const match = last?.type === 'text' ? MARK.exec(last.value) : null;
      if (match) {
        last.value = last.value.slice(0, match.index);
        heading.data = {
          ...heading.data,
          hProperties: { ...heading.data?.hProperties, id: match[1] },
        };
      }
    });
  };
}
