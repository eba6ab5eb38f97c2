import files from 'sources:./main.ts,distillation.test.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': '知识蒸馏', en: 'Knowledge distillation' },
  files,
  tabs: ['main.ts'],
  tests: [],
  figures: {},
  terms: {},
};
