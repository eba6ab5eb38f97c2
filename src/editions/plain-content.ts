import type { Element, ElementContent } from 'hast';
import {
  attribute,
  find,
  findClass,
  findTag,
  hasClass,
  make,
  textOf,
} from './hast.ts';

/** What only a browser can use, or what each edition says in its own way. */
const DROPPED_TAGS = new Set(
  'button footer form h1 iframe input label link noscript offline-panel page-comments read-mark review-desk script select style template textarea'.split(
    ' ',
  ),
);
const DROPPED_CLASSES = [
  'lookup-bar',
  'lookup-letters',
  'page-title',
  'pg-bar',
  'pg-help',
  'pg-modes-space',
  'pg-space',
  'progress-legend',
  'site-footer',
  'sl-anchor-link',
  'tablist-wrapper',
];

/** The content of a built page as plain elements, read in one column. */
export function plainContent(node: Element): ElementContent[] {
  return grouped(node.children.flatMap(plain));
}

function plain(node: ElementContent): ElementContent[] {
  if (node.type !== 'element') {
    return node.type === 'text' ? [node] : [];
  }
  if (
    DROPPED_TAGS.has(node.tagName) ||
    hasClass(node, ...DROPPED_CLASSES) ||
    // Panels of tabs stand one below the other.
    ('hidden' in node.properties && node.properties['role'] !== 'tabpanel')
  ) {
    return [];
  }
  if (hasClass(node, 'term')) {
    return plainContent(node);
  }
  if (hasClass(node, 'katex')) {
    return formula(node);
  }
  if (node.tagName === 'figure' && hasClass(node, 'code')) {
    return codeBlock(node);
  }
  if (hasClass(node, 'pg-drawing')) {
    return [drawing(node)];
  }
  if (hasClass(node, 'pg-file')) {
    return labFile(node);
  }
  if (hasClass(node, 'pg-log')) {
    return printedLines(node);
  }
  if (hasClass(node, 'eyebrow', 'pg-switch', 'self-check-question')) {
    return [make('p', {}, [make('strong', {}, [lineOf(node)])])];
  }
  if (hasClass(node, 'lookup-aliases')) {
    return [make('p', {}, [findTag(node, 'span').map(textOf).join(' · ')])];
  }
  if (hasClass(node, 'choice')) {
    return [make('li', { className: ['choice'] }, foldParts(node))];
  }
  if (node.tagName === 'details') {
    return [make('div', { className: ['fold'] }, foldParts(node))];
  }
  if (node.tagName === 'section' && hasClass(node, 'playground')) {
    const children = plainContent(node);
    const title = make('p', {}, [
      make('strong', {}, [attribute(node, 'ariaLabel')]),
    ]);
    return [make('div', { className: ['lab'] }, [title, ...children])];
  }
  if (node.tagName === 'svg') {
    return attribute(node, 'ariaLabel') === '' ? [] : [drawing(node)];
  }
  // Custom elements and islands stand for what is in them.
  if (node.tagName.includes('-')) {
    return plainContent(node);
  }
  return [{ ...node, children: plainContent(node) }];
}

function lineOf(node: Element): string {
  return textOf(node).replace(/\s+/g, ' ').trim();
}

/** The MathML of a formula, of which the TeX is an annotation. */
function formula(node: Element): ElementContent[] {
  return findTag(node, 'math');
}

function codeBlock(node: Element): ElementContent[] {
  const [title] = findTag(node, 'figcaption');
  const [pre] = findTag(node, 'pre');
  if (pre === undefined) {
    return [];
  }
  const language = attribute(pre, 'dataLanguage');
  const code = make('code', { className: [`language-${language}`] }, [
    `${textOf(pre)}\n`,
  ]);
  const block = make('pre', {}, [code]);
  return title && textOf(title) !== ''
    ? [fileName(textOf(title)), block]
    : [block];
}

const fileName = (name: string) =>
  make('p', { className: ['file-name'] }, [make('code', {}, [name])]);

function labFile(node: Element): ElementContent[] {
  const [tab] = findClass(node, 'pg-tab');
  const blocks = findClass(node, 'code').flatMap(codeBlock);
  return tab === undefined ? blocks : [fileName(lineOf(tab)), ...blocks];
}

/** A picture keeps its description; a table speaks for itself. */
function drawing(node: Element): ElementContent {
  const [table] = findTag(node, 'table');
  if (table !== undefined) {
    return table;
  }
  const description = attribute(node, 'ariaLabel');
  return make(
    'div',
    { role: 'img', ariaLabel: description, className: ['drawing'] },
    findTag(node, 'svg').slice(0, 1),
  );
}

/** What a program prints: its lines as one block, its tables as tables. */
function printedLines(node: Element): ElementContent[] {
  const parts: ElementContent[] = [];
  let lines: string[] = [];
  const flush = () => {
    if (lines.length > 0) {
      const code = make('code', { className: ['language-text'] }, [
        `${lines.join('\n')}\n`,
      ]);
      parts.push(make('pre', {}, [code]));
      lines = [];
    }
  };
  for (const line of findClass(node, 'pg-line')) {
    const [table] = findTag(line, 'table');
    if (table === undefined) {
      lines.push(textOf(line));
    } else {
      flush();
      parts.push(table);
    }
  }
  flush();
  return parts;
}

/** What is folded on the page: the line that opens it, and what it hides. */
function foldParts(node: Element): ElementContent[] {
  const summary = node.children.find(
    (child): child is Element =>
      child.type === 'element' && child.tagName === 'summary',
  );
  const rest = {
    ...node,
    children: node.children.filter((c) => c !== summary),
  };
  const verdicts = find(rest, (element) => hasClass(element, 'verdict'));
  const [verdict] = verdicts.map(lineOf);
  const body = plainContent({
    ...rest,
    children: rest.children.map((child) => without(child, verdicts)),
  });
  const line = summary
    ? summary.children.flatMap(plain)
    : ([] satisfies ElementContent[]);
  const title = make('p', { className: ['fold-title'] }, [
    make('strong', {}, line),
    ...(verdict === undefined ? [] : [` — ${verdict}`]),
  ]);
  return [title, ...body];
}

function without(node: ElementContent, removed: Element[]): ElementContent {
  return node.type === 'element'
    ? {
        ...node,
        children: node.children
          .filter((child) => !removed.includes(child as Element))
          .map((child) => without(child, removed)),
      }
    : node;
}

/** Choices that follow each other are one list. */
function grouped(nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (node.type !== 'element' || !hasClass(node, 'choice')) {
      const isGap = node.type === 'text' && node.value.trim() === '';
      const follows = last?.type === 'element' && hasClass(last, 'choices');
      if (!(isGap && follows)) {
        result.push(node);
      }
    } else if (last?.type === 'element' && hasClass(last, 'choices')) {
      last.children.push(node);
    } else {
      result.push(make('ul', { className: ['choices'] }, [node]));
    }
  }
  return result;
}
