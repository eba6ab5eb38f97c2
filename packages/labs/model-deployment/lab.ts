import files from 'sources:./main.ts,batch-former.test.ts,serving-laws.test.ts,serving.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';
import { testTitles } from './test-titles.ts';

export const lab: Lab = {
  title: { 'zh-CN': '模型服务模拟器', en: 'Model-serving simulator' },
  files,
  tabs: [
    'main.ts',
    'batch-former.ts',
    'serving.ts',
    'serving-report.ts',
    'queueing.ts',
    'arrivals.ts',
    'draw.ts',
    'batch-former.test.ts',
    'serving-laws.test.ts',
    'serving.test.ts',
  ],
  tests: ['batch-former.test.ts', 'serving-laws.test.ts', 'serving.test.ts'],
  testTitles,
  exercise,
  figures: {
    queue: { 'zh-CN': '队列长度', en: 'Queue length' },
    latency: { 'zh-CN': '延迟直方图', en: 'Latency histogram' },
    curve: { 'zh-CN': '延迟—吞吐曲线', en: 'Latency against throughput' },
  },
  terms: {
    waiting: '等待中',
    requests: '请求数',
    'time (s)': '时间（s）',
    'latency (ms)': '延迟（ms）',
    'throughput (1/s)': '吞吐（每秒）',
    'p99 (ms)': 'p99（ms）',
    'batch {0}': '批大小{0}',
    'Requests in the queue. If it only grows, capacity is missing.':
      '排队的请求数。如果只增不减，就是容量不够。',
    'Half are done in {0} ms, 95% in {1} ms, 99% in {2} ms. The last bar has all that are slower.':
      '一半请求在{0}ms内完成，95%在{1}ms内，99%在{2}ms内。最后一根柱子包括所有更慢的。',
    'A curve turns up where {0} replicas are full. Target: {1} ms.':
      '曲线上翘处，{0}个副本已经跑满。目标：{1}ms。',
  },
};
