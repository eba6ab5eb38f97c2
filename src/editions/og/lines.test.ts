import { expect, it } from 'vitest';
import { textPath, textWidth } from './letters.ts';
import { linesOf } from './lines.ts';

const style = { size: 20, weight: 400 } as const;

it('breaks Chinese between words, never before a closing mark', () => {
  const text = '先量化，再剪枝；最后在真机上测延迟、能耗和精度。';
  const lines = linesOf(text, 'zh-CN', style, 120, 9);
  expect(lines.join('')).toBe(text);
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    expect(line).not.toMatch(/^[，。、；]/);
    expect(textWidth(line, style)).toBeLessThanOrEqual(120);
  }
});

it('breaks English between words and keeps hyphenated ones whole', () => {
  const lines = linesOf('The AI-Infrastructure Guide', 'en', style, 190, 9);
  expect(lines).toEqual(['The', 'AI-Infrastructure', 'Guide']);
});

it('ends with an ellipsis where there is more', () => {
  const lines = linesOf('one two three four five six', 'en', style, 80, 2);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toMatch(/…$/);
  expect(textWidth(lines[1] ?? '', style)).toBeLessThanOrEqual(80);
});

it('has a Chinese character one em wide, and outlines without NaN', () => {
  expect(textWidth('量化', style)).toBeCloseTo(40, 6);
  for (const text of ['Lepton 量化', 'The quick brown fox jumps over a dog']) {
    expect(textPath(text, 64, 227.2, { size: 60, weight: 700 })).toMatch(
      /^[MLQCZ\d\s.-]+$/,
    );
  }
});

it('refuses a character without a glyph', () => {
  expect(() => textWidth('\u{13000}', style)).toThrow('U+13000');
});

it('reads every file of the font', () => {
  for (const code of [0x3b1, 0x410, 0x1ea0, 0x2192, 0x2264, 0x4e00, 0x9f98]) {
    expect(textWidth(String.fromCodePoint(code), style)).toBeGreaterThan(5);
  }
});
