import files from 'sources:./main.ts';
import type { Lab } from '../lab.ts';

export const lab: Lab = {
  title: {
    'zh-CN': '在你的机器上测决策树',
    en: 'A decision tree, measured on your machine',
  },
  files,
  tabs: [
    'main.ts',
    'decision-tree-fast.ts',
    'decision-tree-loop.ts',
    'decision-tree-scan.ts',
    'presorted.ts',
    'decision-tree.ts',
    'splits.ts',
    'race.ts',
  ],
  tests: [],
  figures: {
    times: { 'zh-CN': '时间', en: 'Times' },
    sorting: { 'zh-CN': '排了多少个数', en: 'Numbers sorted' },
  },
  terms: {
    edition: '版本',
    'numbers sorted': '排序的个数',
    'times as fast': '快几倍',
    readable: '可读版',
    'sorted once': '只排一次',
    'depth of the tree': '树的深度',
    'numbers sorted so far': '累计排序的个数',
    'Measured on this machine: median of {0} rounds.':
      '在这台机器上测得：{0}轮的中位数。',
    'Press Run to measure the times on your own machine.':
      '按“运行”，在你自己的机器上测时间。',
    'The readable edition sorts again in every node, about all rows on each level; the fast one sorts before the root and then only divides.':
      '可读版在每个节点上重新排序，每一层合起来差不多是全部的行；快速版在根之前排一次，之后只分不排。',
  },
};
