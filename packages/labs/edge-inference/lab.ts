import files from 'sources:./main.ts,quantisation.test.ts,pruning.test.ts,low-rank.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';

export const lab: Lab = {
  title: { 'zh-CN': '边缘推理：压缩一个小网络', en: 'Edge inference: shrink a small network' },
  files,
  tabs: [
    'main.ts',
    'quantisation.ts',
    'integer-network.ts',
    'pruning.ts',
    'low-rank.ts',
    'roofline.ts',
    'draw.ts',
    'quantisation.test.ts',
    'pruning.test.ts',
    'low-rank.test.ts',
  ],
  tests: ['quantisation.test.ts', 'pruning.test.ts', 'low-rank.test.ts'],
  exercise,
  figures: {
    steps: { 'zh-CN': '每一步之后', en: 'After each step' },
    'trade-off': { 'zh-CN': '精度与大小', en: 'Accuracy and size' },
    roofline: { 'zh-CN': 'Roofline', en: 'Roofline' },
    weights: { 'zh-CN': '权重的直方图', en: 'Histogram of the weights' },
    'channel-error': { 'zh-CN': '每个通道的误差', en: 'Error of each channel' },
    'singular-values': { 'zh-CN': '奇异值', en: 'Singular values' },
    digits: { 'zh-CN': '数据', en: 'The data' },
  },
  terms: {},
};
