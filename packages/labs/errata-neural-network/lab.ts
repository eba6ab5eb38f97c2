import files from 'sources:./main.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': '勘误：神经网络', en: 'Errata: neural network' },
  files,
  tabs: ['main.ts'],
  tests: [],
  figures: {},
  terms: {},
};
