import files from 'sources:./main.ts,decision-tree.test.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': '决策树', en: 'Decision tree' },
  files,
  tabs: ['main.ts', 'decision-tree.ts', 'decision-tree.test.ts'],
  tests: ['decision-tree.test.ts'],
  figures: {},
  terms: {},
};
