import files from 'sources:./main.ts,neural-network.test.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': '神经网络', en: 'Neural network' },
  files,
  tabs: ['main.ts', 'neural-network.ts', 'neural-network.test.ts'],
  tests: ['neural-network.test.ts'],
  figures: {},
  terms: {},
};
