import files from 'sources:./main.ts,autoscaler.test.ts,canary.test.ts';
import type { Lab } from '../lab.ts';
import { testTitles } from './test-titles.ts';

export const lab: Lab = {
  title: {
    'zh-CN': '突增、冷启动与灰度',
    en: 'Surges, cold starts and canaries',
  },
  files,
  tabs: [
    'main.ts',
    'autoscaler.ts',
    'canary.ts',
    'serving.ts',
    'replicas.ts',
    'autoscaler.test.ts',
    'canary.test.ts',
  ],
  tests: ['autoscaler.test.ts', 'canary.test.ts'],
  testTitles,
  figures: {
    surge: { 'zh-CN': '突增时的队列', en: 'The queue in a surge' },
    replicas: { 'zh-CN': '就绪副本数', en: 'Ready replicas' },
    canary: { 'zh-CN': '灰度与回滚', en: 'Canary and rollback' },
  },
  terms: {
    'fixed replicas': '固定副本数',
    'with a queue limit': '加队列上限',
    autoscaled: '自动扩容',
    'scaled, with a limit': '自动扩容加上限',
    'time (s)': '时间（s）',
    'requests waiting, plus 1': '等待的请求数+1',
    replicas: '副本数',
    'ready replicas': '就绪副本',
    'error rate': '新版本错误率',
    'rolled back after (s)': '回滚用时（s）',
    'failed requests': '失败请求数',
    never: '从未',
    'The queue while the traffic is three times as high, 30 to 90 s.':
      '第30到90秒流量变成3倍，这是期间的队列。',
    'Help comes a cold start late, and leaves when the calm has lasted.':
      '帮手要晚一个冷启动才到，平静一阵之后才离开。',
    'Old version: {0}. Test length: {1} s.':
      '旧版本错误率：{0}。测试时长：{1}秒。',
  },
};
