import { describe, expect, it } from 'vitest';
import { withStylesInHead } from './styles-in-head.mjs';

const page = (head: string, body: string) =>
  `<html><head>${head}</head><body>${body}</body></html>`;
const link = (name: string, end = '>') =>
  `<link rel="stylesheet" href="/${name}.css"${end}`;

describe('withStylesInHead', () => {
  it('moves a style sheet of the body behind those of the head', () => {
    expect(
      withStylesInHead(page(link('a'), `<p>1</p>${link('b')}<p>2</p>`)),
    ).toBe(page(link('a') + link('b'), '<p>1</p><p>2</p>'));
  });

  it('keeps each once, however it is written', () => {
    expect(
      withStylesInHead(
        page(link('a'), link('b') + link('b', '/>') + link('a')),
      ),
    ).toBe(page(link('a') + link('b'), ''));
  });

  it("moves the rule for Astro's islands and no other", () => {
    const island = '<style>astro-island{display:contents}</style>';
    const own = '<style>.mine{color:red}</style>';
    expect(withStylesInHead(page('', own + island + island))).toBe(
      page(island, own),
    );
  });

  it('leaves a page without a head as it is', () => {
    expect(withStylesInHead(`<p>1</p>${link('a')}`)).toBe(
      `<p>1</p>${link('a')}`,
    );
  });
});
