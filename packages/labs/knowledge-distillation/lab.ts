import files from 'sources:./main.ts,distillation.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';

export const lab: Lab = {
  title: {
    'zh-CN': '知识蒸馏：教会一个小网络',
    en: 'Knowledge distillation: teach a small network',
  },
  files,
  tabs: [
    'main.ts',
    'distillation.ts',
    'distil.ts',
    'student.ts',
    'draw.ts',
    'distillation.test.ts',
  ],
  tests: ['distillation.test.ts'],
  exercise,
  figures: {
    softening: {
      'zh-CN': '教师的软标签',
      en: 'The soft labels of the teacher',
    },
    gradients: { 'zh-CN': '梯度与温度', en: 'Gradients and temperature' },
    comparison: {
      'zh-CN': '有教师与没有教师',
      en: 'With and without the teacher',
    },
    labels: { 'zh-CN': '标签越来越少', en: 'Fewer and fewer labels' },
    mixtures: {
      'zh-CN': '温度与混合权重',
      en: 'Temperature and mixing weight',
    },
    unseen: { 'zh-CN': '没见过的数字', en: 'The digit never seen' },
  },
  terms: {
    digit: '数字',
    probability: '概率',
    teacher: '教师',
    temperature: '温度',
    'length of the gradient': '梯度的长度',
    labels: '标签',
    'teacher, with T²': '教师，乘T²',
    'teacher, without T²': '教师，不乘T²',
    'trained on': '训练方式',
    accuracy: '准确率',
    spread: '标准差',
    'better for': '更好的种子',
    'as the teacher': '与教师一致',
    noisy: '加噪后',
    'labels only': '只用标签',
    'labels, smoothed': '标签平滑',
    'with the teacher': '有教师',
    'without T²': '有教师，不乘T²',
    'number of labels': '标签数',
    'teacher, same images': '教师，同样的图',
    'teacher, all images': '教师，全部图',
    'teacher only': '只用教师',
    'weight of the teacher': '教师的权重',
    'as trained': '训练后',
    'bias corrected': '修正偏置后',
  },
};
