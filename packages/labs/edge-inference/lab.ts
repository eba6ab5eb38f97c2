import files from 'sources:./main.ts,quantisation.test.ts,pruning.test.ts,low-rank.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';
import { testTitles } from './test-titles.ts';

export const lab: Lab = {
  title: {
    'zh-CN': '边缘推理：压缩一个小网络',
    en: 'Edge inference: shrink a small network',
  },
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
  testTitles,
  exercise,
  figures: {
    steps: { 'zh-CN': '每一步之后', en: 'After each step' },
    'trade-off': { 'zh-CN': '精度与大小', en: 'Accuracy and size' },
    times: { 'zh-CN': '最少时间', en: 'Least time' },
    roofline: { 'zh-CN': 'Roofline', en: 'Roofline' },
    weights: { 'zh-CN': '权重的直方图', en: 'Histogram of the weights' },
    'channel-error': { 'zh-CN': '每个通道的误差', en: 'Error of each channel' },
    'singular-values': { 'zh-CN': '奇异值', en: 'Singular values' },
    digits: { 'zh-CN': '数据', en: 'The data' },
  },
  terms: {
    version: '版本',
    'right %': '正确%',
    'same %': '一致%',
    accuracy: '准确率',
    bytes: '字节数',
    operations: '运算次数',
    'least µs': '最少微秒',
    'limited by': '受限于',
    memory: '内存',
    arithmetic: '算力',
    'per tensor': '逐张量',
    'per channel': '逐通道',
    'weights pruned': '剪权重',
    'units pruned': '剪单元',
    'low rank': '低秩',
    'units pruned, tuned': '剪单元并微调',
    integer: '整数',
    'operations per byte': '每字节运算次数',
    'million operations per second': '每秒百万次运算',
    before: '之前',
    after: '之后',
    weight: '权重',
    count: '个数',
    unit: '单元',
    'error of its weights': '权重误差',
    number: '序号',
    'singular value': '奇异值',
    '{0} bits, tensor': '{0}位，逐张量',
    '{0} bits, channel': '{0}位，逐通道',
    '{0} zeros': '{0}为0',
    '{0} units': '{0}个单元',
    '{version}, tuned': '{version}，微调',
    '{version}, int8': '{version}，int8',
    'rank {0}': '秩{0}',
    'Right answers, answers as in float32, size, work for one image.':
      '答对的、与float32答案一致的、大小、识别一张图的运算量。',
    'Accuracy on {0} test images. Left is smaller.':
      '{0}张测试图上的准确率。越靠左越小。',
    'The roofline gives the least time for one image.':
      '由roofline得到的一张图的最少时间。',
    'On the slope memory is the limit, on the flat part arithmetic.':
      '斜坡上受限于内存，平顶上受限于算力。',
    'Weights of the first layer, {0} bits per channel.':
      '第一层的权重，逐通道{0}位。',
    'The {0} closest to 0 set to 0.': '把最接近0的{0}置为0。',
    'Root of the mean squared error of each unit, {0} bits.':
      '每个单元的均方根误差，{0}位。',
    'Of the first layer. Rank r keeps the first r of them.':
      '第一层的奇异值。秩r保留前r个。',
    'A test image of the digit {0}.': '一张测试图，数字{0}。',
  },
};
