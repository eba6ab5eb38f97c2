import type { Element, Nodes } from 'hast';
import { textOf } from '../hast.ts';

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const ACCENTS: Record<string, string> = {
  '^': '\u0302',
  ˉ: '\u0304',
  '~': '\u0303',
};
const APPLIED = '\u2061';
/** Says only how letters are set: times, plus, zero width space. */
const UNSEEN = /[\u2062-\u2064\u200b]/g;

/** A formula in one line of text, `(ŷ − y)²`, as an excerpt can show it. */
export function formulaText(node: Nodes): string {
  if (node.type !== 'element') {
    return textOf(node).replaceAll(APPLIED, ' ').replace(UNSEEN, '');
  }
  const [base = '', first = '', second = ''] = partsOf(node);
  switch (node.tagName) {
    case 'annotation':
      return '';
    case 'msup':
      return base + raised(first);
    case 'msub':
    case 'munder':
      return lowered(base, first);
    case 'msubsup':
    case 'munderover':
      return lowered(base + raised(second), first);
    case 'mover':
      return first in ACCENTS
        ? (base + ACCENTS[first]).normalize('NFC')
        : base + raised(first);
    case 'mfrac':
      return `${grouped(base)}/${grouped(first)}`;
    case 'msqrt':
      return `√${grouped(partsOf(node).join(''))}`;
    default:
      return partsOf(node).join('');
  }
}

const partsOf = (node: Element) => node.children.map(formulaText);

const raised = (text: string) =>
  /^[-−]?\d+$/.test(text)
    ? text.replace(/[-−]/, '⁻').replace(/\d/g, (digit) => DIGITS.charAt(+digit))
    : `^${grouped(text)}`;

/** A sum keeps apart what stands below it and what is summed. */
const lowered = (base: string, text: string) =>
  `${base}_${grouped(text)}${/^[∑∏∫]/.test(base) ? ' ' : ''}`;

const grouped = (text: string) =>
  /^(?:[\p{L}\p{M}\p{N}.]*|\([^()]*\))$/u.test(text) ? text : `(${text})`;
