import files from 'sources:./main.ts,batch-former.test.ts,serving-laws.test.ts,serving.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';

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
    'batch 1': '批大小1',
    'batch 4': '批大小4',
    'batch 8': '批大小8',
    'batch 16': '批大小16',
    'batch 32': '批大小32',
  },
};
