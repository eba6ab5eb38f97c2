import { fromHtml } from 'hast-util-from-html';
import { describe, expect, it } from 'vitest';
import { type Card, cardSvg } from './card.ts';
import { contentsOf } from './contents-of.ts';

const of = (html: string) => contentsOf(fromHtml(html, { fragment: true }));

describe('what a card shows in place of a figure', () => {
  it('is the sections of a page, numbered', () => {
    expect(of('<h2>One</h2><h3>part</h3><h2>Two</h2>')).toEqual({
      rows: ['One', 'Two'],
      isNumbered: true,
    });
  });

  it('is terms of a glossary from A to Z, not its letters', () => {
    const entries = Array.from(
      { length: 16 },
      (_, n) =>
        `<h2 class="lookup-letter">${n}</h2>` +
        `<h3 class="lookup-name"><a>term ${n}</a> <small>other</small></h3>`,
    );
    expect(of(entries.join(''))).toEqual({
      rows: [0, 2, 4, 6, 8, 10, 12, 14].map((n) => `term ${n}`),
      isNumbered: false,
    });
  });

  it('is the parts of a page with one section', () => {
    expect(of('<h2>One</h2><h3>a</h3><h3>b</h3>').rows).toEqual(['a', 'b']);
  });

  it('is nothing, and no empty box, where the page has neither', () => {
    const card: Card = {
      lang: 'en',
      siteName: 'The guide',
      eyebrow: '',
      title: 'Third-party software',
      description:
        'One two three four five six seven eight nine ten eleven twelve',
      figure: undefined,
      contents: of('<h2>How to practise</h2><p>text</p>'),
    };
    expect(card.contents.rows).toEqual([]);
    const svg = cardSvg(card);
    const boxed = cardSvg({
      ...card,
      contents: { rows: ['a'], isNumbered: false },
    });
    const boxes = (text: string) => text.split('rx="18"').length - 1;
    expect([boxes(svg), boxes(boxed)]).toEqual([0, 1]);
  });
});
