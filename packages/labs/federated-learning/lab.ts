import files from 'sources:./main.ts,fed-avg.test.ts,secure-aggregation.test.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': '联邦学习', en: 'Federated learning' },
  files,
  tabs: ['main.ts'],
  tests: [],
  figures: {},
  terms: {},
};
