import files from 'sources:./main.ts,quantisation.test.ts,pruning.test.ts,low-rank.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';

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
    float32: 'float32',
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
    ...versionNames(),
  },
};

/** Chinese for the names that main.ts gives, also after the reader's edits. */
function versionNames(): Record<string, string> {
  const names: Record<string, string> = {};
  for (let n = 1; n <= 100; n++) {
    names[`${n} bits, tensor`] = `${n}位，逐张量`;
    names[`${n} bits, channel`] = `${n}位，逐通道`;
    names[`${n}% zeros`] = `${n}%为0`;
    names[`${n} units`] = `${n}个单元`;
    names[`${n} units, tuned`] = `${n}个单元，微调`;
    names[`${n} units, tuned, int8`] = `${n}个单元，微调，int8`;
    names[`rank ${n}`] = `秩${n}`;
  }
  return names;
}
