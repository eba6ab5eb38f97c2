import { describe, expect, it } from 'vitest';
import { datedPages, stalePages } from '../../scripts/stale.ts';
import { docs } from './support/docs.ts';

describe('the list of stale pages', () => {
  const pages = [
    { page: 'new.mdx', verified: '2026-11-23' },
    { page: 'b.mdx', verified: '2025-02-28' },
    { page: 'a.mdx', verified: '2025-02-28' },
    { page: 'old.mdx', verified: '2024-12-31' },
  ];

  it('has what was checked more than a year ago, the oldest first', () => {
    const stale = stalePages(pages, new Date('2026-03-01T12:00:00Z'));
    expect(stale.map(({ page }) => page)).toEqual([
      'old.mdx',
      'a.mdx',
      'b.mdx',
    ]);
  });

  it('leaves out what was checked a year ago to the day', () => {
    const stale = stalePages(pages, new Date('2026-02-28T23:59:00Z'));
    expect(stale.map(({ page }) => page)).toEqual(['old.mdx']);
  });

  it('looks at every page', () => {
    const found = datedPages().map(({ page }) => `src/content/docs/${page}`);
    expect(found).toEqual(docs().map(({ path }) => path));
  });
});
