import files from 'sources:./main.ts,fed-avg.test.ts,secure-aggregation.test.ts,client-privacy.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';
import { testTitles } from './test-titles.ts';

export const lab: Lab = {
  title: {
    'zh-CN': '联邦学习：训练、掩码、噪声与泄露',
    en: 'Federated learning: training, masks, noise and leaks',
  },
  files,
  tabs: [
    'main.ts',
    'fed-avg.ts',
    'dirichlet-split.ts',
    'secure-aggregation.ts',
    'client-privacy.ts',
    'gradient-inversion.ts',
    'setup.ts',
    'leaks.ts',
    'fed-avg.test.ts',
    'secure-aggregation.test.ts',
    'client-privacy.test.ts',
  ],
  tests: [
    'fed-avg.test.ts',
    'secure-aggregation.test.ts',
    'client-privacy.test.ts',
  ],
  testTitles,
  exercise,
  figures: {
    split: { 'zh-CN': '数据怎样分给客户端', en: 'How the data is split' },
    rounds: { 'zh-CN': '准确率与轮次', en: 'Accuracy by round' },
    comparison: {
      'zh-CN': '联邦、集中与各自训练',
      en: 'Federated, central and local',
    },
    traffic: { 'zh-CN': '准确率与通信量', en: 'Accuracy and traffic' },
    masks: { 'zh-CN': '安全聚合', en: 'Secure aggregation' },
    leak: { 'zh-CN': '从更新还原图像', en: 'An image from an update' },
    defences: { 'zh-CN': '哪种防御挡得住', en: 'Which defence stops it' },
    privacy: { 'zh-CN': '差分隐私的代价', en: 'The price of privacy' },
  },
  terms: {
    digit: '数字',
    client: '客户端',
    round: '轮',
    accuracy: '准确率',
    central: '集中训练',
    concentration: '集中度',
    federated: '联邦',
    spread: '标准差',
    'federated, own': '联邦，自己的分布',
    local: '各自',
    'local, own': '各自，自己的分布',
    kilobytes: '千字节',
    step: '步骤',
    'the server': '服务器',
    'the numbers': '各自的数',
    'as words': '编码为整数',
    masked: '加掩码',
    'the sum of all': '全部之和',
    'the last one is missing': '客户端3掉线',
    'its masks removed': '去掉它的掩码',
    'it comes late': '它迟到了',
    'late, with a mask of its own': '迟到，但另有自己的掩码',
    'what the server sees': '服务器看到的',
    error: '误差',
    'one image, one step': '一张图，一步',
    'one image, 5 steps': '一张图，5步',
    '4 images, one step': '4张图，一步',
    '10 images, 5 steps': '10张图，5步',
    'the sum over all clients': '所有客户端之和',
    'one masked update': '一份加了掩码的更新',
    'nothing: the mean image': '什么都没有：平均图',
    clients: '客户端数',
    noise: '噪声',
    'client {0}': '客户端{0}',
    'Images of each digit, concentration {0}.':
      '每个数字的图有多少张，集中度{0}。',
    'Accuracy on the test images, mean over the seeds.':
      '测试图上的准确率，对各个种子取平均。',
    'Percent right; in one place {0}. Own: on digits as the client has them.':
      '正确的百分数；集中训练为{0}。“自己的分布”：按客户端自己的数字比例计算。',
    'Concentration {0}, both directions, all clients.':
      '集中度{0}，上下行、所有客户端合计。',
    'What the server sees are the masked words, modulo 2³², in base 16.':
      '服务器看到的是加了掩码的整数，模2³²，十六进制。',
    'The image that the client trains on.': '客户端拿来训练的图。',
    'From {what}: an error of {0}.': '由“{what}”还原：误差{0}。',
    'clipped to {0}': '裁剪到{0}',
    'clipped, with noise of {0}': '裁剪，再加{0}的噪声',
    'Root of the mean squared error of a pixel, from 0 to 1.':
      '像素的均方根误差，像素值从0到1。',
    'Accuracy from {0} to {1}.': '准确率从{0}到{1}。',
  },
};
