import python from 'sources:./main.py,test_neural_network.py';
import files from 'sources:./main.ts,neural-network.test.ts,xor.test.ts,gradients.test.ts,activations.test.ts,losses.test.ts,network.test.ts,neural-network-input.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';
import { testTitles } from './test-titles.ts';

export const lab: Lab = {
  title: { 'zh-CN': '神经网络', en: 'Neural network' },
  files,
  tabs: [
    'main.ts',
    'neural-network.ts',
    'network.ts',
    'activations.ts',
    'losses.ts',
    'neural-network.test.ts',
    'xor.test.ts',
    'gradients.test.ts',
    'activations.test.ts',
    'losses.test.ts',
    'network.test.ts',
    'neural-network-input.test.ts',
  ],
  tests: [
    'neural-network.test.ts',
    'xor.test.ts',
    'gradients.test.ts',
    'activations.test.ts',
    'losses.test.ts',
    'network.test.ts',
    'neural-network-input.test.ts',
  ],
  testTitles,
  exercise,
  python: {
    files: python,
    tabs: [
      'main.py',
      'neural_network.py',
      'network.py',
      'test_neural_network.py',
    ],
    tests: ['test_neural_network.py'],
  },
  data: {
    file: 'main.ts',
    rows: 'inputs',
    labels: { name: 'targets', shape: 'columns', maxClasses: 2 },
  },
  figures: {
    'decision-boundary': { 'zh-CN': '决策边界', en: 'Decision boundary' },
    weights: { 'zh-CN': '权重与偏置', en: 'Weights and biases' },
    loss: { 'zh-CN': '训练损失', en: 'Training loss' },
  },
  terms: {
    output: '输出',
    epoch: '轮次',
    loss: '损失',
    'cross-entropy': '交叉熵',
    'label {0}': '目标值{0}',
    'Epoch {0}: loss {1}.': '第{0}轮：损失{1}。',
    'The loss over the {0} examples, on a logarithmic scale.':
      '{0}个样本上的损失，纵轴为对数。',
  },
};
