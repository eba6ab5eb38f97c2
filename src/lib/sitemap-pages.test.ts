import { expect, it } from 'vitest';
import { isListed } from './sitemap-pages.ts';

it.each([
  ['/', true],
  ['/en/', true],
  ['/coding/k-means/', true],
  ['/en/licences/', true],
  ['/sandbox/', false],
  ['/offline/', false],
  ['/embed/k-means/', false],
  ['/en/embed/k-means/', false],
  ['/en/interview/', true],
  ['/interview/k-means/', false],
  ['/en/interview/k-means/', false],
])('lists what is read: %s', (path, listed) => {
  expect(isListed(`https://example.org${path}`, '/')).toBe(listed);
  expect(isListed(`https://example.org/a/guide${path}`, '/a/guide/')).toBe(
    listed,
  );
});
