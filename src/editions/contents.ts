import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { attribute, find, findTag, hasClass, textOf } from './hast.ts';

export interface Chapter {
  title: string;
  /** As the page links to it, base path included. */
  href: string;
}

/** A group of the sidebar; one without a name holds pages of the top level. */
export interface Part {
  name: string;
  chapters: Chapter[];
}

/** The contents of the guide in one language, read from a page's sidebar. */
export function contentsOf(html: string): Part[] {
  const [list] = find(fromHtml(html), (element) =>
    hasClass(element, 'top-level'),
  );
  const parts: Part[] = [];
  for (const item of elementsIn(list)) {
    const [summary] = findTag(item, 'summary');
    const chapters = findTag(item, 'a').map((link) => ({
      title: textOf(link).trim(),
      href: attribute(link, 'href'),
    }));
    const last = parts.at(-1);
    if (summary !== undefined) {
      parts.push({ name: textOf(summary).trim(), chapters });
    } else if (last?.name === '') {
      last.chapters.push(...chapters);
    } else {
      parts.push({ name: '', chapters });
    }
  }
  return parts;
}

function elementsIn(node: Nodes | undefined): Element[] {
  const children: Nodes[] =
    node !== undefined && 'children' in node ? node.children : [];
  return children.filter((child) => child.type === 'element');
}
