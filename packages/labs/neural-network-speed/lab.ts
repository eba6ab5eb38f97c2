import files from 'sources:./main.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: {
    'zh-CN': '在你的机器上测神经网络',
    en: 'A neural network, measured on your machine',
  },
  files,
  tabs: [
    'main.ts',
    'neural-network-fast.ts',
    'neural-network-loop.ts',
    'flat-layer.ts',
    'flat-products.ts',
    'flat-multiply.ts',
    'neural-network.ts',
    'race.ts',
  ],
  tests: [],
  figures: {
    times: { 'zh-CN': '时间', en: 'Times' },
    loss: { 'zh-CN': '每轮的损失', en: 'Loss by epoch' },
  },
  terms: {
    'batch size': '批大小',
    steps: '步数',
    'readable, ms': '可读版，ms',
    'fast, ms': '快速版，ms',
    'times as fast': '快几倍',
    'batches of {0}': '批大小{0}',
    epoch: '轮次',
    loss: '损失',
    'Measured on this machine: median of {0} rounds.':
      '在这台机器上测得：{0}轮的中位数。',
    'Press Run to measure the times on your own machine.':
      '按“运行”，在你自己的机器上测时间。',
    'Larger batches take fewer steps for an epoch: it costs less time, and the loss falls less.':
      '批越大，一轮的步数越少：一轮花的时间少了，损失也降得少。',
  },
};
