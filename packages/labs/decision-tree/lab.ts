import python from 'sources:./main.py,test_decision_tree.py';
import files from 'sources:./main.ts,decision-tree.test.ts,splits.test.ts,impurity.test.ts,decision-tree-input.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';
import { testTitles } from './test-titles.ts';

export const lab: Lab = {
  title: { 'zh-CN': '决策树', en: 'Decision tree' },
  files,
  tabs: [
    'main.ts',
    'decision-tree.ts',
    'splits.ts',
    'impurity.ts',
    'tree.ts',
    'decision-tree.test.ts',
    'splits.test.ts',
    'impurity.test.ts',
    'decision-tree-input.test.ts',
  ],
  tests: [
    'decision-tree.test.ts',
    'splits.test.ts',
    'impurity.test.ts',
    'decision-tree-input.test.ts',
  ],
  testTitles,
  exercise,
  python: {
    files: python,
    tabs: ['main.py', 'decision_tree.py', 'splits.py', 'test_decision_tree.py'],
    tests: ['test_decision_tree.py'],
  },
  data: {
    file: 'main.ts',
    rows: 'smallRows',
    isWidthFree: true,
    labels: { name: 'smallLabels', shape: 'values' },
  },
  figures: {
    'article-splits': {
      'zh-CN': '小数据集：可能的划分',
      en: 'Small data set: possible splits',
    },
    'article-tree': {
      'zh-CN': '小数据集：树',
      en: 'Small data set: the tree',
    },
    iris: { 'zh-CN': '鸢尾花的花瓣', en: 'Iris petals' },
    'iris-splits': {
      'zh-CN': '鸢尾花：最好的第一刀',
      en: 'Iris: best first splits',
    },
    'iris-tree': { 'zh-CN': '鸢尾花：树的生长', en: 'Iris: the tree grows' },
    accuracy: { 'zh-CN': '准确率与深度', en: 'Accuracy by depth' },
  },
  terms: {
    'label 0': '山鸢尾',
    'label 1': '变色鸢尾',
    'label 2': '维吉尼亚鸢尾',
    setosa: '山鸢尾',
    versicolor: '变色鸢尾',
    virginica: '维吉尼亚鸢尾',
    'petal length': '花瓣长度',
    'petal width': '花瓣宽度',
    question: '问题',
    yes: '是',
    no: '否',
    impurity: '不纯度',
    gain: '增益',
    depth: '深度',
    accuracy: '准确率',
    'training rows': '训练数据',
    'class {0}': '类别{0}',
    'feature {0}': '特征{0}',
    '{feature} <= {0}': '{feature} <= {0}',
    'impurity {0}': '不纯度{0}',
    'All possible first splits: {0}.': '第一刀共{0}种切法，都在这里。',
    'No allowed split lowers the impurity: one leaf, which predicts class {0}.':
      '没有可用的划分能降低不纯度：只有一个叶子，预测类别{0}。',
    'Petals of 150 flowers, in cm. Colours are the three species.':
      '150朵花的花瓣，单位厘米；颜色表示三个品种。',
    'The best {0} of {1} possible first splits.':
      '第一刀共{1}种切法，这是最好的{0}种。',
    'Splits made: {0}.': '已切{0}刀。',
    'Accuracy on the rows the tree was grown from, not on new ones.':
      '这是在训练数据上的准确率，不是在新数据上的。',
  },
};
