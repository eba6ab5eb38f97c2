import python from 'sources:./main.py,test_k_means.py';
import files from 'sources:./main.ts,k-means.test.ts,empty-clusters.test.ts,k-means-seeding.test.ts,k-means-input.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';
import { testTitles } from './test-titles.ts';

export const lab: Lab = {
  title: { 'zh-CN': 'K-means聚类', en: 'K-means clustering' },
  files,
  tabs: [
    'main.ts',
    'k-means.ts',
    'k-means-seeding.ts',
    'empty-clusters.ts',
    'k-means.test.ts',
    'empty-clusters.test.ts',
    'k-means-seeding.test.ts',
    'k-means-input.test.ts',
  ],
  tests: [
    'k-means.test.ts',
    'empty-clusters.test.ts',
    'k-means-seeding.test.ts',
    'k-means-input.test.ts',
  ],
  testTitles,
  exercise,
  python: {
    files: python,
    tabs: ['main.py', 'k_means.py', 'test_k_means.py'],
    tests: ['test_k_means.py'],
  },
  data: {
    file: 'main.ts',
    rows: 'points',
    figure: { name: 'clusters', centroids: 'initialCentroids', count: 'k' },
  },
  figures: {
    clusters: { 'zh-CN': '簇与质心', en: 'Clusters and centroids' },
    inertia: { 'zh-CN': '每轮迭代的惯量', en: 'Inertia by iteration' },
  },
  terms: {
    iteration: '迭代轮数',
    inertia: '惯量',
    'label {0}': '簇{0}',
    'Iteration {0}: initial centroids.': '第{0}轮：初始质心。',
    'Iteration {0}: the centroids move.': '第{0}轮：质心移动。',
    'Iteration {0}: inertia {1}.': '第{0}轮：惯量{1}。',
    'Inertia falls in every iteration until the labels stay the same.':
      '惯量每轮都下降，直到标签不再变化。',
  },
};
