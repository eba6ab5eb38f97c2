import files from 'sources:./main.ts,gradient-sign.test.ts,input-check.test.ts';
import type { Lab } from '../lab.ts';
import { testTitles } from './test-titles.ts';

export const lab: Lab = {
  title: {
    'zh-CN': '对抗样本与输入校验',
    en: 'Adversarial examples and an input check',
  },
  files,
  tabs: [
    'main.ts',
    'gradient-sign.ts',
    'input-check.ts',
    'draw.ts',
    'gradient-sign.test.ts',
    'input-check.test.ts',
  ],
  tests: ['gradient-sign.test.ts', 'input-check.test.ts'],
  testTitles,
  figures: {
    accuracy: { 'zh-CN': '受攻击时的准确率', en: 'Accuracy under attack' },
    image: {
      'zh-CN': '一张图：原样与攻击后',
      en: 'One image, before and after',
    },
  },
  terms: {
    'random signs': '随机符号',
    'gradient signs': '梯度符号',
    'gradient signs, in range': '梯度符号，不出训练范围',
    'change of each pixel, at most': '每个像素的最大改变',
    accuracy: '准确率',
    'Noise of the same size does little; the direction does the harm.':
      '同样大小的随机噪声几乎无害，有害的是方向。',
    'Changed by {0}: the network takes this for {1}.':
      '每个像素改{0}：网络认成{1}。',
  },
};
