import files from 'sources:./main.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': '勘误：K-means', en: 'Errata: k-means' },
  files,
  tabs: ['main.ts', 'k-means.ts', 'empty-clusters.ts'],
  tests: [],
  figures: {
    broken: {
      'zh-CN': '出错的循环：质心一直是NaN',
      en: 'The broken loop: a centroid of NaN',
    },
    corrected: { 'zh-CN': '改正之后', en: 'Corrected' },
  },
  terms: {
    pass: '轮次',
    centroid: '质心',
    settled: '是否稳定',
    'label 0': '簇0',
    'label 1': '簇1',
  },
};
