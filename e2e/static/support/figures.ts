import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { attribute, elements } from './site.ts';

/** What a page says of its figures: captions, descriptions, headings. */
export function figureTexts(page: Root): string[] {
  return elements(page)
    .filter(({ properties }) => String(properties['className']) === 'pg-figure')
    .flatMap((figure) => elements({ type: 'root', children: [figure] }))
    .flatMap((element) => {
      const isText = ['figcaption', 'th'].includes(element.tagName);
      const label = attribute(element, 'ariaLabel');
      return isText ? [textOf(element)] : label === undefined ? [] : [label];
    });
}

function textOf(element: Element): string {
  let text = '';
  visit(element, 'text', ({ value }) => {
    text += value;
  });
  return text;
}
