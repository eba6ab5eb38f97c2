export type Lang = 'zh-CN' | 'en';

const en = {
  noData: 'No data',
  label: 'label ',
  centroid: 'centroid',
  positive: 'weight > 0',
  negative: 'weight < 0',
  bias: 'in circles: bias',
  inputLayer: 'input',
  hiddenLayer: 'hidden',
  outputLayer: 'output',
};

export type Words = Record<keyof typeof en, string>;

const zh: Words = {
  noData: '没有数据',
  label: '标签',
  centroid: '质心',
  positive: '正权重',
  negative: '负权重',
  bias: '圈内为偏置',
  inputLayer: '输入层',
  hiddenLayer: '隐藏层',
  outputLayer: '输出层',
};

export function wordsOf(lang: Lang): Words {
  return lang === 'en' ? en : zh;
}
