import { describe, expect, it } from 'vitest';
import { sourceHash, withSourceHash } from '../../scripts/source-hash.ts';
import { docs } from './support/docs.ts';
import { parseMdx } from './support/mdx.ts';
import {
  hashProblem,
  headingProblems,
  shapeProblems,
} from './support/parity.ts';

const pages = docs();
const chinese = pages.filter(({ isEnglish }) => !isEnglish);
const english = pages.filter(({ isEnglish }) => isEnglish);

const pairs = chinese.flatMap((zh) => {
  const en = english.find(({ slug }) => slug === zh.slug);
  return en ? [{ slug: zh.slug, zh, en }] : [];
});

describe('the two languages', () => {
  it('have the same pages', () => {
    expect(
      english.map(({ slug }) => slug),
      'Every page exists in both languages: src/content/docs/<slug>.mdx in ' +
        'Chinese, src/content/docs/en/<slug>.mdx in English.',
    ).toEqual(chinese.map(({ slug }) => slug));
  });

  it.each(pairs)('have the same shape in $slug', ({ slug, zh, en }) => {
    expect(shapeProblems(slug, zh, en)).toEqual([]);
  });

  it.each(pairs)('say the same in $slug', ({ slug, zh, en }) => {
    expect(hashProblem(slug, zh.text, en)).toEqual([]);
  });

  it('give every section heading an id of its own', () => {
    expect(pages.flatMap((page) => headingProblems(page.path, page))).toEqual(
      [],
    );
  });
});

const sample = parseMdx(`---
title: 甲
references: [a-2020]
---

<Question>

问 <Cite id="a-2020" />

</Question>

## 完整回答 [#answer]

### $k$ 均值 [#k-means]

<FollowUp question="为什么？">答</FollowUp>
`);

describe('the checker', () => {
  const edited = (change: (text: string) => string) =>
    parseMdx(
      change(`---
title: A
references: [a-2020]
---

<Question>

Asked <Cite id="a-2020" />

</Question>

## The full answer [#answer]

### $k$-means [#k-means]

<FollowUp question="Why?">Because</FollowUp>
`),
    );

  it('accepts a translation', () => {
    const page = edited((text) => text);
    expect(shapeProblems('a', sample, page)).toEqual([]);
    expect(headingProblems('a', page)).toEqual([]);
  });

  it.each([
    ['another component', /Question/g, 'ShortAnswer'],
    ['another citation', /id="a-2020"/, 'id="b-2020"'],
    ['a component less', /<FollowUp.*/, ''],
    ['another heading id', /#answer/, '#reply'],
    ['another heading level', /### /, '## '],
    ['other references', /\[a-2020\]/, '[]'],
    ['another kind', /title: A/, 'kind: concept'],
  ])('reports %s', (_, old, replacement) => {
    const page = edited((text) => text.replace(old, replacement));
    expect(shapeProblems('a', sample, page)).toHaveLength(1);
  });

  it('reports a heading without an id', () => {
    const page = edited((text) => text.replace(' [#answer]', ''));
    expect(headingProblems('a', page)[0]).toContain('The full answer');
  });

  it('reports an id that is used twice', () => {
    const page = edited((text) => text.replace('#k-means', '#answer'));
    expect(headingProblems('a', page)[0]).toContain("'answer'");
  });

  it('reports a Chinese page that was changed after its translation', () => {
    const page = parseMdx(
      withSourceHash('---\ntitle: A\n---\n', sourceHash('甲')),
    );
    expect(hashProblem('a', '甲', page)).toEqual([]);
    expect(hashProblem('a', '乙', page)[0]).toContain('source-hash.ts --write');
  });
});

describe('source-hash', () => {
  it('is the start of the SHA-256 of the text', () => {
    expect(sourceHash('abc')).toBe('ba7816bf8f01');
  });

  it('adds the hash to the frontmatter and leaves the rest alone', () => {
    expect(withSourceHash('---\ntitle: A\n---\n\nText\n---\n', '0123')).toBe(
      "---\ntitle: A\nsourceHash: '0123'\n---\n\nText\n---\n",
    );
  });

  it('replaces the hash that is there', () => {
    const page = withSourceHash('---\na: 1\n---\n', '0123');
    expect(withSourceHash(page, '4567')).toBe(page.replace('0123', '4567'));
  });

  it('refuses a page without frontmatter', () => {
    expect(() => withSourceHash('# A', '0123')).toThrow('frontmatter');
  });
});
