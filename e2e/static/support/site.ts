import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { builtFiles, readBuilt } from './files.ts';

/** Path below which the site is served, without the slash at its end. */
export const base = (process.env['BASE_PATH'] ?? '/').replace(/\/$/, '');

export interface BuiltPage {
  /** From the root of the site, base path left out: `/en/errata/`. */
  path: string;
  html: string;
  tree: Root;
}

export function parseHtml(html: string): Root {
  return fromHtml(html);
}

export function builtPages(): BuiltPage[] {
  const files = builtFiles('**/*.html');
  if (files.length === 0) {
    throw new Error('There is no built site in dist/: run `npm run build`.');
  }
  return files.map((file) => {
    const html = readBuilt(file).toString('utf8');
    return { path: pathOf(file), html, tree: parseHtml(html) };
  });
}

/** Pages that stand for no text: the sandbox, labs by themselves, and what is shown in need. */
const SERVICE_PAGES = new Set(['/sandbox/', '/offline/', '/404.html']);

/** The frames of coding rounds: `/en/interview/k-means/`. */
const ROUND_PAGE = /^\/(?:en\/)?interview\/[\w-]+\/$/;
const EMBEDDED_PAGE = /^\/(?:en\/)?embed\//;

export function readerPages(): BuiltPage[] {
  return builtPages().filter(
    ({ path }) =>
      !SERVICE_PAGES.has(path) &&
      !ROUND_PAGE.test(path) &&
      !EMBEDDED_PAGE.test(path),
  );
}

/** Labs by themselves, for a frame. */
export function framedPages(): BuiltPage[] {
  return builtPages().filter(
    ({ path }) => ROUND_PAGE.test(path) || EMBEDDED_PAGE.test(path),
  );
}

function pathOf(file: string): string {
  return `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
}

export function elements(tree: Root): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (element) => {
    found.push(element);
  });
  return found;
}

/** An attribute's value as text; undefined where it is absent or boolean. */
export function attribute(
  element: Element,
  property: string,
): string | undefined {
  const value = element.properties[property];
  if (value === undefined || value === null || typeof value === 'boolean') {
    return undefined;
  }
  return Array.isArray(value)
    ? value.join(property.endsWith('SrcSet') ? ', ' : ' ')
    : String(value);
}

/** What the elements of that name contain, as text. */
export function textIn(tree: Root, tagName: string): string[] {
  return elements(tree)
    .filter((element) => element.tagName === tagName)
    .map(textOf);
}

export function textOf(node: Nodes): string {
  if ('children' in node) {
    return node.children.map(textOf).join('');
  }
  return node.type === 'text' ? node.value : '';
}
