import { describe, expect, it } from 'vitest';
import { withStylesInHead } from './styles-in-head.mjs';

const page = (head: string, body: string) =>
  `<html><head>${head}</head><body>${body}</body></html>`;

describe('withStylesInHead', () => {
  it("moves the rule for Astro's islands and no other", () => {
    const island = '<style>astro-island{display:contents}</style>';
    const own = '<style>.mine{color:red}</style>';
    expect(withStylesInHead(page('', own + island + island))).toBe(
      page(island, own),
    );
  });

  it('leaves a page without islands, and one without a head, as they are', () => {
    const plain = page('<title>1</title>', '<p>1</p>');
    expect(withStylesInHead(plain)).toBe(plain);
    const part = '<p>1</p><style>astro-island{}</style>';
    expect(withStylesInHead(part)).toBe(part);
  });
});
