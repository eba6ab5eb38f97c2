import files from 'sources:./main.ts,permutation-importance.test.ts,counterfactual.test.ts';
import type { Lab } from '../lab.ts';
import { testTitles } from './test-titles.ts';

export const lab: Lab = {
  title: { 'zh-CN': '解释一棵树', en: 'Explaining a tree' },
  files,
  tabs: [
    'main.ts',
    'permutation-importance.ts',
    'counterfactual.ts',
    'permutation-importance.test.ts',
    'counterfactual.test.ts',
  ],
  tests: ['permutation-importance.test.ts', 'counterfactual.test.ts'],
  testTitles,
  figures: {
    tree: { 'zh-CN': '模型：决策树', en: 'The model: a decision tree' },
    importance: { 'zh-CN': '置换重要性', en: 'Permutation importance' },
    counterfactual: { 'zh-CN': '反事实', en: 'Counterfactual' },
  },
  terms: {
    'sepal length': '萼片长',
    'sepal width': '萼片宽',
    'petal length': '花瓣长',
    'petal width': '花瓣宽',
    'accuracy lost': '损失的准确率',
    feature: '特征',
    is: '现在',
    'should be': '应为',
    change: '改变',
    yes: '是',
    no: '否',
    setosa: '山鸢尾',
    versicolor: '变色鸢尾',
    virginica: '维吉尼亚鸢尾',
    '{feature} <= {0}': '{feature} <= {0}',
    'impurity {0}': '不纯度{0}',
    'The model itself. A small tree is its own explanation.':
      '模型本身。小树自己就是解释。',
    'Each feature shuffled {0} times. Bars: mean ± deviation.':
      '每个特征打乱{0}次；柱子为均值，误差线为标准差。',
    'The smallest change to become {class}.': '变成{class}所需的最小改动。',
  },
};
