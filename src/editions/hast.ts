import type { Element, ElementContent, Nodes, Properties } from 'hast';

export function classesOf(element: Element): readonly string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

export function hasClass(element: Element, ...names: string[]): boolean {
  return names.some((name) => classesOf(element).includes(name));
}

/** An attribute's value as text; empty where there is none. */
export function attribute(element: Element, property: string): string {
  return String(element.properties[property] ?? '');
}

export function textOf(node: Nodes): string {
  if ('children' in node) {
    return node.children.map(textOf).join('');
  }
  return node.type === 'text' ? node.value : '';
}

/** The elements below a node that a test accepts, in order. */
export function find(
  node: Nodes,
  accepts: (element: Element) => boolean,
): Element[] {
  const own = node.type === 'element' && accepts(node) ? [node] : [];
  const below =
    'children' in node
      ? node.children.flatMap((child) => find(child as Nodes, accepts))
      : [];
  return [...own, ...below];
}

export const findTag = (node: Nodes, tagName: string) =>
  find(node, (element) => element.tagName === tagName);

export const findClass = (node: Nodes, name: string) =>
  find(node, (element) => hasClass(element, name));

export function make(
  tagName: string,
  properties: Properties,
  children: (ElementContent | string)[],
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) =>
      typeof child === 'string' ? { type: 'text', value: child } : child,
    ),
  };
}
