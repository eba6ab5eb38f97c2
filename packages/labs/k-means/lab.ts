import files from 'sources:./main.ts,k-means.test.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': 'K-means 聚类', en: 'K-means clustering' },
  files,
  tabs: ['main.ts', 'k-means.ts', 'k-means-seeding.ts', 'k-means.test.ts'],
  tests: ['k-means.test.ts'],
  figures: {
    clusters: { 'zh-CN': '簇与质心', en: 'Clusters and centroids' },
    inertia: { 'zh-CN': '惯量', en: 'Inertia' },
  },
  terms: { iteration: '迭代', inertia: '惯量' },
};
