import { fromHtml } from 'hast-util-from-html';
import { expect, it } from 'vitest';
import { findTag } from '../hast.ts';
import { formulaText } from './formula-text.ts';

const read = (inner: string) => {
  const html = `<math><semantics><mrow>${inner}</mrow><annotation>\\TeX</annotation></semantics></math>`;
  const [math] = findTag(fromHtml(html, { fragment: true }), 'math');
  return math && formulaText(math);
};

it.each([
  [
    'ŷ²',
    '<msup><mover accent="true"><mi>y</mi><mo>^</mo></mover><mn>2</mn></msup>',
  ],
  ['10⁻³', '<msup><mn>10</mn><mrow><mo>−</mo><mn>3</mn></mrow></msup>'],
  ['e^(−x)', '<msup><mi>e</mi><mrow><mo>−</mo><mi>x</mi></mrow></msup>'],
  ['W_l', '<msub><mi>W</mi><mi>l</mi></msub>'],
  ['δ²_k', '<msubsup><mi>δ</mi><mi>k</mi><mn>2</mn></msubsup>'],
  ['∑_i p', '<munder><mo>∑</mo><mi>i</mi></munder><mi>p</mi>'],
  [
    'W^(L)',
    '<msup><mi>W</mi><mrow><mo>(</mo><mi>L</mi><mo>)</mo></mrow></msup>',
  ],
  [
    '(a+b)/n',
    '<mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mi>n</mi></mfrac>',
  ],
  ['√n', '<msqrt><mi>n</mi></msqrt>'],
  ['ln y', '<mi>ln</mi><mo>\u2061</mo><mi>y</mi>'],
])('reads %s', (text, inner) => {
  expect(read(inner)).toBe(text);
});
