import { expect, it } from 'vitest';
import { plainColour } from './plain-colour.ts';

it('takes the fallback of a variable, and leaves other values alone', () => {
  expect(plainColour('var(--plot-1, #0072b2)')).toBe('#0072b2');
  expect(plainColour('none')).toBe('none');
  expect(plainColour('M0 0h5')).toBe('M0 0h5');
});

// Midpoints as CSS Color 4 defines them, rounded to 8-bit sRGB.
it.each([
  ['color-mix(in oklab, #ff0000 50%, #0000ff)', [140, 83, 162]],
  ['color-mix(in oklab, var(--a, #ffffff) 50%, #000000)', [99, 99, 99]],
])('mixes in Oklab: %s', (value, expected) => {
  const colour = plainColour(value);
  const parts = [1, 3, 5].map((i) =>
    Number.parseInt(colour.slice(i, i + 2), 16),
  );
  for (const [i, part] of parts.entries()) {
    expect(Math.abs(part - (expected[i] ?? 0))).toBeLessThanOrEqual(1);
  }
});

it('keeps a colour that is mixed with itself', () => {
  expect(plainColour('color-mix(in oklab, #c0590f 37%, #c0590f)')).toBe(
    '#c0590f',
  );
});
