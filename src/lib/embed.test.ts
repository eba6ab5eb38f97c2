import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { embedCode, embedPath } from './embed.ts';

it('names the page of a lab by itself, in each language', () => {
  expect(embedPath('k-means', 'zh-CN')).toBe('/embed/k-means/');
  expect(embedPath('k-means', 'en')).toBe('/en/embed/k-means/');
});

it('leaves no way out of the attributes', () => {
  const code = embedCode('https://example.org/?a=1&b="', '"><script>');
  expect(code).toContain('src="https://example.org/?a=1&amp;b=&quot;"');
  expect(code).toContain('title="&quot;&gt;&lt;script&gt;"');
});

it('is what the README shows, in each language', () => {
  const readme = readFileSync('README.md', 'utf8');
  for (const locale of ['zh-CN', 'en'] as const) {
    const src = `https://example.org${embedPath('k-means', locale)}?theme=dark`;
    expect(readme).toContain(`\`\`\`html\n${embedCode(src, 'K-means')}\`\`\``);
  }
});
