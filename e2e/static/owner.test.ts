import { describe, expect, it } from 'vitest';
import { builtFiles, readBuilt } from './support/files.ts';
import { builtPages } from './support/site.ts';

describe('what only the owner of a site can switch on', () => {
  it('is in no page of a build without it', () => {
    const found = builtPages().filter(({ html }) =>
      /class="[^"]*\bpage-links\b|\/issues\/new\?|page-comments|giscus/.test(
        html,
      ),
    );
    expect(found.map(({ path }) => path)).toEqual([]);
  });

  it('is in no script either', () => {
    const found = builtFiles('_astro/**/*.js').filter((file) =>
      /issues\/new|page-links|page-comments|giscus/.test(
        readBuilt(file).toString('utf8'),
      ),
    );
    expect(found).toEqual([]);
  });
});
