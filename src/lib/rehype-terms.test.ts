import type { Element, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { rehypeTerms } from './rehype-terms.mjs';

const side = (name: string, aliases: string[] = []) => ({ name, aliases });
const terms = [
  { id: 'kv', zh: side('KV缓存'), en: side('KV cache') },
  {
    id: 'drift',
    zh: side('漂移', ['distribution shift']),
    en: side('drift'),
  },
  { id: 'client', zh: side('客户端漂移'), en: side('client drift') },
  { id: 'mqa', short: ['MQA'], zh: side('多查询'), en: side('multi-query') },
  { id: 'hot', only: ['b'], zh: side('温度'), en: side('temperature') },
];
const text = (value: string): RootContent => ({ type: 'text', value });
const element = (tagName: string, ...children: RootContent[]): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: children as Element['children'],
});

function linked(path: string, ...children: RootContent[]): string {
  const tree: Root = { type: 'root', children };
  rehypeTerms({ terms })(tree, { path: `/x/src/content/docs/${path}.mdx` });
  return toHtml(tree);
}
const link = (page: string, id: string, name: string) =>
  `<a class="term" href="${page}glossary/#${id}">${name}</a>`;

describe('a term', () => {
  it('is linked where it is used first, in the language of the page', () => {
    expect(linked('a', text('说KV缓存，再说KV缓存。'))).toBe(
      `说${link('/', 'kv', 'KV缓存')}，再说KV缓存。`,
    );
    expect(linked('en/a', text('A KV cache, KV缓存.'))).toBe(
      `A ${link('/en/', 'kv', 'KV cache')}, KV缓存.`,
    );
  });

  it('gives way to a longer one, and counts once whatever its name', () => {
    expect(linked('a', text('客户端漂移，漂移，distribution shift'))).toBe(
      `${link('/', 'client', '客户端漂移')}，${link('/', 'drift', '漂移')}，` +
        'distribution shift',
    );
  });

  it('may stand first in a sentence, in the plural, never inside a word', () => {
    expect(linked('en/a', text('Drifting drifts. Drift'))).toBe(
      `Drifting ${link('/en/', 'drift', 'drifts')}. Drift`,
    );
    expect(linked('a', text('XMQA、MQA-2、用MQA的'))).toBe(
      `XMQA、MQA-2、用${link('/', 'mqa', 'MQA')}的`,
    );
  });

  it('is no term on pages where the word means something else', () => {
    expect(linked('a', text('温度'))).toBe('温度');
    expect(linked('b', text('温度'))).toBe(link('/', 'hot', '温度'));
  });

  it.each(['h2', 'code', 'pre', 'a', 'Choice'])(
    'is not linked in %s',
    (name) => {
      expect(
        linked('a', element(name, element('b', text('漂移'))), text('漂移')),
      ).toContain(`</${name}>${link('/', 'drift', '漂移')}`);
    },
  );

  it('is not linked in the glossary itself', () => {
    expect(linked('en/glossary', text('drift'))).toBe('drift');
  });
});
