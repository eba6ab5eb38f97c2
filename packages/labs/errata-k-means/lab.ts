import files from 'sources:./main.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': '勘误：K-means', en: 'Errata: k-means' },
  files,
  tabs: ['main.ts'],
  tests: [],
  figures: {},
  terms: {},
};
