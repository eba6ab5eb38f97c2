import { describe, expect, it } from 'vitest';
import { repositoryOf } from './owner-settings.ts';

describe('REPOSITORY_URL', () => {
  const read = (url?: string) => repositoryOf({ REPOSITORY_URL: url });

  it('is the choice of the owner, and none by default', () => {
    expect(read()).toBeUndefined();
    expect(read('')).toBeUndefined();
  });

  it.each([
    'https://github.com/owner/guide',
    'https://github.com/owner/guide/',
    'https://github.com/owner/guide.git',
  ])('may be %s', (url) => {
    expect(read(url)).toEqual({
      url: 'https://github.com/owner/guide',
      branch: 'main',
    });
  });

  it('may name the branch', () => {
    expect(read('https://github.com/owner/guide/tree/next/one/')).toEqual({
      url: 'https://github.com/owner/guide',
      branch: 'next/one',
    });
  });

  it.each([
    'owner/guide',
    'http://github.com/owner/guide',
    'javascript:alert(1)',
    'https://github.com/owner',
    'https://github.com/owner/guide/issues',
    'https://github.com/owner/guide?tab=readme',
  ])('is refused in words if it is %s', (url) => {
    expect(() => read(url)).toThrow(/^REPOSITORY_URL is .*owner\/name/);
  });
});
