import files from 'sources:./main.ts,distillation.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';
import { testTitles } from './test-titles.ts';

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
  testTitles,
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
    '{0} of {1}': '{1}个中的{0}个',
    'An image of a {0}, T = {1}.': '一张{0}的图，T = {1}。',
    'The gradient by the logits, mean over the images, untrained.':
      '训练之前，损失对logit的梯度，在所有图上取平均。',
    'Percent of {0} test images, mean over the seeds.':
      '{0}张测试图上的百分数，对各个种子取平均。',
    'Accuracy on the test images. All students take as many steps.':
      '测试图上的准确率。所有学生训练的步数相同。',
    'Accuracy from {0} to {1}, mean over the seeds.':
      '准确率从{0}到{1}，对各个种子取平均。',
    'The test images of {0}, which these students never saw.':
      '测试集里的{0}，这些学生训练时从没见过。',
  },
};
