type Child = Node | string;

interface Attributes {
  [name: string]: string | number | boolean | undefined;
}

/** An element with attributes (`true` for bare ones) and children. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : String(value));
    }
  }
  element.append(...children);
  return element;
}

export function button(
  text: string,
  onClick: () => void,
  { primary = false, ...attributes }: Attributes & { primary?: boolean } = {},
): HTMLButtonElement {
  const element = h(
    'button',
    {
      type: 'button',
      class: primary ? 'desk-button primary' : 'desk-button',
      ...attributes,
    },
    text,
  );
  element.addEventListener('click', onClick);
  return element;
}

/** A link to the guide that leaves the interview where it is. */
export function guideLink(text: string, href: string): HTMLAnchorElement {
  return h('a', { href, target: '_blank' }, text);
}
