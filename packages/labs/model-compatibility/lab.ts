import files from 'sources:./main.ts,float16.test.ts,targets.test.ts';
import type { Lab } from '../lab.ts';
import { testTitles } from './test-titles.ts';

export const lab: Lab = {
  title: {
    'zh-CN': '同一个网络，不同的数值格式',
    en: 'One network, several number formats',
  },
  files,
  tabs: [
    'main.ts',
    'float16.ts',
    'number-formats.ts',
    'targets.ts',
    'tolerance-report.ts',
    'float16.test.ts',
    'targets.test.ts',
  ],
  tests: ['float16.test.ts', 'targets.test.ts'],
  testTitles,
  figures: {
    report: { 'zh-CN': '容差报告', en: 'Tolerance report' },
    errors: { 'zh-CN': '损失的十进制位数', en: 'Decimal digits lost' },
  },
  terms: {
    target: '目标',
    'largest error': '最大误差',
    'in tolerance': '容差内',
    'same class': '同类别',
    safe: '不可能翻转',
    'float32, other order': 'float32，另一种求和顺序',
    'float16, sums in float32': 'float16存，float32求和',
    'decimal digits lost': '损失的十进制位数',
    'Logits of {0} images against float64. Safe: the two best classes are farther apart than twice the largest error.':
      '{0}张图的logit与float64比较。“不可能翻转”：前两名之差大于最大误差的两倍。',
    'The largest error as a power of ten, above 1e-16.':
      '最大误差的十进制数量级，从1e-16算起。',
  },
};
