import type { Element, ElementContent } from 'hast';
import { attribute, make, textOf } from '../hast.ts';
import { plainColour } from '../plain-colour.ts';
import { textPath, textWidth } from './letters.ts';

interface Inherited {
  size: number;
  anchor: string;
  weight: string;
}

/** A figure without texts and variables: every letter is an outline. */
export function outlined(
  element: Element,
  inherited: Inherited = { size: 16, anchor: 'start', weight: '400' },
): Element {
  const own = {
    size: Number(attribute(element, 'fontSize')) || inherited.size,
    anchor: attribute(element, 'textAnchor') || inherited.anchor,
    weight: attribute(element, 'fontWeight') || inherited.weight,
  };
  const properties = Object.fromEntries(
    Object.entries(element.properties).map(([name, value]) => [
      name,
      typeof value === 'string' ? plainColour(value) : value,
    ]),
  );
  if (element.tagName !== 'text') {
    return {
      ...element,
      properties,
      children: element.children.map(
        (child): ElementContent =>
          child.type === 'element' ? outlined(child, own) : child,
      ),
    };
  }
  const text = textOf(element);
  const style = {
    size: own.size,
    weight: Number(own.weight) >= 600 ? 700 : 400,
  } as const;
  const width = textWidth(text, style);
  const shift = { start: 0, middle: width / 2, end: width }[own.anchor] ?? 0;
  const x = Number(attribute(element, 'x')) - shift;
  const { x: _x, y: _y, textAnchor: _anchor, ...rest } = properties;
  return make(
    'path',
    { ...rest, d: textPath(text, x, Number(attribute(element, 'y')), style) },
    [],
  );
}
