import { expect, it } from 'vitest';
import { editLink, reportLink, withHeading } from './page-links.ts';

const source = {
  repository: { url: 'https://github.com/owner/guide', branch: 'main' },
  file: 'src/content/docs/coding/k-means.mdx',
  page: 'https://example.org/coding/k-means/',
  title: '手写K-means聚类 & more',
  version: '0.1.0 (1a2b3c4)',
  words: {
    subject: '有误：',
    page: '页面：',
    section: '小节：',
    version: '版本：',
    what: '哪里不对：',
  },
};

const body = (link: string) => new URL(link).searchParams.get('body');

it('leads to the source of the page', () => {
  expect(editLink(source)).toBe(
    'https://github.com/owner/guide/edit/main/src/content/docs/coding/k-means.mdx',
  );
});

it('opens an issue with page and version filled in', () => {
  const { pathname, searchParams } = new URL(reportLink(source));
  expect(pathname).toBe('/owner/guide/issues/new');
  expect(searchParams.get('title')).toBe('有误：手写K-means聚类 & more');
  expect(searchParams.get('body')).toBe(
    '页面：https://example.org/coding/k-means/\n小节：\n' +
      '版本：0.1.0 (1a2b3c4)\n\n哪里不对：\n',
  );
});

it('takes the heading along', () => {
  const heading = { id: 'code', text: '代码 & 讲解' };
  expect(body(withHeading(reportLink(source), heading))).toBe(
    '页面：https://example.org/coding/k-means/#code\n小节：代码 & 讲解\n' +
      '版本：0.1.0 (1a2b3c4)\n\n哪里不对：\n',
  );
});
