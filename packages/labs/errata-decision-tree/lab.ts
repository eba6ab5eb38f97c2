import files from 'sources:./main.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': '勘误：决策树', en: 'Errata: decision tree' },
  files,
  tabs: ['main.ts'],
  tests: [],
  figures: {},
  terms: {},
};
