/**
 * What readers also type for a page or a section, in both languages: names of
 * products, abbreviations, and words too common for the glossary, whose names
 * become links on the pages.
 */
export const otherNames: Readonly<Record<string, readonly string[]>> = {
  'coding/decision-tree/': ['过拟合', 'overfitting'],
  'coding/decision-tree/#gini': [
    '信息熵',
    'entropy',
    '信息增益',
    'information gain',
  ],
  'coding/k-means/#seeding': [
    '质心初始化',
    'centroid initialisation',
    'k-means++ initialisation',
  ],
  'coding/neural-network/#forward': ['前向传播', 'forward pass'],
  'coding/neural-network/#initialisation': [
    '权重初始化',
    '参数初始化',
    'weight initialisation',
    'Xavier',
  ],
  'concepts/model-deployment/#drift': [
    '数据漂移',
    'data drift',
    '模型漂移',
    'model drift',
  ],
  'concepts/model-deployment/#kv-cache': [
    'LLM',
    'LLM inference',
    '大模型',
    '大模型推理',
    'vLLM',
  ],
  'concepts/model-deployment/#observability': ['监控', 'monitoring'],
  'concepts/model-deployment/#rollout': ['灰度', 'canary deployment'],
  'concepts/model-deployment/#security': [
    'FGSM',
    '对抗攻击',
    'adversarial attack',
  ],
  'summary/#how-to-answer': ['面试怎么答', 'how to answer'],
};

/** Words for one thing that has no section of its own. */
export const otherWords: readonly (readonly string[])[] = [
  ['肘部法', '肘部法则', 'elbow method'],
  ['缺失值', '空值', '特征值为空', 'missing values'],
];
