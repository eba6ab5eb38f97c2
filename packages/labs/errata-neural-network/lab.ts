import files from 'sources:./main.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: { 'zh-CN': '勘误：神经网络', en: 'Errata: neural network' },
  files,
  tabs: ['main.ts', 'neural-network.ts', 'losses.ts'],
  tests: [],
  figures: {
    loss: { 'zh-CN': '三种写法的损失', en: 'The loss of three versions' },
  },
  terms: {
    epoch: '轮次',
    'mean squared error': '均方误差',
    'no update': '不更新权重',
    'one layer': '只有一层',
    'hidden layer': '有隐藏层',
    'Only the updated network with a hidden layer learns XOR.':
      '只有更新权重、又有隐藏层的网络学会了异或。',
  },
};
