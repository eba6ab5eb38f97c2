import files from 'sources:./main.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: {
    'zh-CN': '在你的机器上测K-means',
    en: 'K-means, measured on your machine',
  },
  files,
  tabs: [
    'main.ts',
    'k-means-fast.ts',
    'nearest-two.ts',
    'k-means-flat.ts',
    'k-means-loop.ts',
    'k-means.ts',

    'race.ts',
    'blobs.ts',
  ],
  tests: [],
  figures: {
    times: { 'zh-CN': '时间', en: 'Times' },
    distances: {
      'zh-CN': '每轮算了多少距离',
      en: 'Distances computed by iteration',
    },
  },
  terms: {
    edition: '版本',
    distances: '距离次数',
    'times as fast': '快几倍',
    readable: '可读版',
    flat: '平铺',
    'flat, with bounds': '平铺，用上下界',
    'spread {0}': '散布{0}',
    iteration: '迭代轮数',
    'distances computed, %': '算了的距离，%',
    'Measured on this machine: median of {0} rounds.':
      '在这台机器上测得：{0}轮的中位数。',
    'Press Run to measure the times on your own machine.':
      '按“运行”，在你自己的机器上测时间。',
    'The less the centroids move, the fewer distances the bounds leave to compute; where the groups overlap, they leave more.':
      '质心移动得越少，上下界留下要算的距离就越少；各组重叠的地方，留下的更多。',
  },
};
