import { describe, expect, it } from 'vitest';
import { commentsOf, repositoryOf } from './owner-settings.ts';

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

describe('the settings of comments', () => {
  const all = {
    GISCUS_REPO: 'owner/guide',
    GISCUS_REPO_ID: 'R_1',
    GISCUS_CATEGORY: 'Comments',
    GISCUS_CATEGORY_ID: 'DIC_1',
  };

  it('are the choice of the owner, and none by default', () => {
    expect(commentsOf({})).toBeUndefined();
    expect(commentsOf({ ...all })).toEqual({
      repo: 'owner/guide',
      repoId: 'R_1',
      category: 'Comments',
      categoryId: 'DIC_1',
    });
  });

  it.each(Object.keys(all))('are refused in words without %s', (name) => {
    expect(() => commentsOf({ ...all, [name]: '' })).toThrow(
      `; ${name} is missing`,
    );
  });

  it('have a repository without its host', () => {
    expect(() =>
      commentsOf({ ...all, GISCUS_REPO: 'https://github.com/owner/guide' }),
    ).toThrow(/owner\/name/);
  });
});
