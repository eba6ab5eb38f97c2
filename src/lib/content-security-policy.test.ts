import { expect, it } from 'vitest';
import { withPolicy } from './content-security-policy.mjs';
import { metaPolicy } from './security-headers.mjs';

const page = (body: string) =>
  `<html><head><meta charset="utf-8"></head><body>${body}</body></html>`;
const policyOf = (body: string, comments?: string) =>
  metaPolicy(withPolicy(page(body), comments));

const giscus = 'https://giscus.app';

it('lets a page frame the origin of its comments, and nothing else of it', () => {
  const policy = policyOf('<page-comments></page-comments>', giscus);
  expect(policy).toContain(`; frame-src 'self' ${giscus}; `);
  expect(policy?.split(giscus)).toHaveLength(2);
  expect(policy?.replace(`frame-src 'self' ${giscus}; `, '')).toBe(
    policyOf(''),
  );
});

it('names no origin where the owner wants no comments', () => {
  const policy = policyOf('<page-comments></page-comments>');
  expect(policy).toBe(policyOf(''));
  expect(policy).not.toMatch(/https?:|frame-src/);
});

it('names no origin on a page without comments', () => {
  expect(policyOf('<p>&lt;page-comments</p>', giscus)).toBe(policyOf(''));
});
