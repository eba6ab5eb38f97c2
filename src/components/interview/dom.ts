import { type Attributes, element } from '~/lib/element';

export function button(
  text: string,
  onClick: () => void,
  { primary = false, ...attributes }: Attributes & { primary?: boolean } = {},
): HTMLButtonElement {
  const made = element(
    'button',
    {
      type: 'button',
      class: primary ? 'desk-button primary' : 'desk-button',
      ...attributes,
    },
    text,
  );
  made.addEventListener('click', onClick);
  return made;
}

/** A link to the guide that leaves the interview where it is. */
export function guideLink(text: string, href: string): HTMLAnchorElement {
  return element('a', { href, target: '_blank' }, text);
}
