import files from 'sources:./main.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': '勘误：决策树', en: 'Errata: decision tree' },
  files,
  tabs: ['main.ts', 'decision-tree.ts', 'splits.ts', 'impurity.ts'],
  tests: [],
  figures: {
    gini: {
      'zh-CN': '数整行与数标签的基尼不纯度',
      en: 'Gini impurity, counting rows and labels',
    },
  },
  terms: {
    Gini: '基尼不纯度',
    'Gini impurity': '基尼不纯度',
    'rows counted': '数整行',
    'labels, before': '数标签，划分前',
    'labels, after': '数标签，划分后',
    'Two classes can never exceed 0.5; the first bar must be a slip.':
      '两个类别的基尼不纯度不可能超过0.5，第一根柱子一定算错了。',
  },
};
