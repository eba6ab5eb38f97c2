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
    'label {0}': '簇{0}',
    'Ended by the cap of {0} passes, not by its own condition.':
      '是{0}轮的上限让它停下的，不是它自己的终止条件。',
    'Iteration {0}: inertia {1}.': '第{0}轮：惯量{1}。',
  },
};
