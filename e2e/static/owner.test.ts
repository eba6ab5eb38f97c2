import { expect, it } from 'vitest';
import { builtFiles, readBuilt } from './support/files.ts';

const TRACES =
  /\bpage-links\b|\/issues\/new|page-comments|giscus|interview-guide\.(?:zh-CN|en)\.pdf/;

it('ships nothing that only the owner of a site can switch on, and no link to a book that is not there', () => {
  const found = builtFiles('{**/*.html,_astro/**/*.js}').filter((file) =>
    TRACES.test(readBuilt(file).toString('utf8')),
  );
  expect(found).toEqual([]);
}, 30_000);
