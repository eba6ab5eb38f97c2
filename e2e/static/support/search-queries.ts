/** What a reader types, and the page that they want to see first. */
export interface Expected {
  query: string;
  /** Slug of the page that the first result opens. */
  page: string;
  /** Its heading, where one section is the answer. */
  heading?: string;
  /** A lab that must be among the first five. */
  lab?: string;
}

/**
 * Written from what the pages are about, before any engine was asked. To
 * change a line because the engine answers otherwise is to bend the ruler.
 */
export const searchQueries: Record<'zh-CN' | 'en', readonly Expected[]> = {
  'zh-CN': [
    // Words, their parts and single characters.
    { query: '蒸馏', page: 'concepts/knowledge-distillation' },
    { query: '知识蒸馏', page: 'concepts/knowledge-distillation' },
    { query: '聚', page: 'coding/k-means' },
    { query: '聚类', page: 'coding/k-means' },
    { query: '肘部', page: 'coding/k-means' },
    {
      query: '反向传播',
      page: 'coding/neural-network',
      heading: 'backward',
    },
    { query: '基尼', page: 'coding/decision-tree', heading: 'gini' },
    { query: '决策', page: 'coding/decision-tree' },
    {
      query: '量化',
      page: 'concepts/edge-inference',
      heading: 'quantisation',
    },
    { query: '剪枝', page: 'concepts/edge-inference', heading: 'pruning' },
    { query: '联邦', page: 'concepts/federated-learning' },
    {
      query: '冷启动',
      page: 'concepts/model-deployment',
      heading: 'cold-start',
    },
    {
      query: '尾延迟',
      page: 'concepts/model-deployment',
      heading: 'tail-at-scale',
    },
    {
      query: '差分隐私',
      page: 'concepts/federated-learning',
      heading: 'differential-privacy',
    },
    { query: '过拟合', page: 'coding/decision-tree' },
    {
      query: '投机',
      page: 'concepts/knowledge-distillation',
      heading: 'speculative-decoding',
    },
    { query: '梯度消失', page: 'coding/neural-network' },
    { query: '异或', page: 'coding/neural-network', heading: 'xor' },
    { query: '勘误', page: 'errata' },
    { query: '学习计划', page: 'introduction', heading: 'study-plan' },
    // Several words, and both scripts in one query.
    { query: 'K-means 空簇', page: 'coding/k-means' },
    { query: '原文 决策树 错误', page: 'errata' },
    { query: 'NVIDIA 收购', page: 'introduction', heading: 'timeline' },
    {
      query: '每百万token的成本',
      page: 'introduction',
      heading: 'cost-per-token',
    },
    {
      query: 'KV cache',
      page: 'concepts/model-deployment',
      heading: 'kv-cache',
    },
    // Other names of the same thing.
    {
      query: '键值缓存',
      page: 'concepts/model-deployment',
      heading: 'kv-cache',
    },
    { query: '屋顶线', page: 'concepts/edge-inference', heading: 'roofline' },
    {
      query: '推测解码',
      page: 'concepts/knowledge-distillation',
      heading: 'speculative-decoding',
    },
    { query: 'PSI', page: 'concepts/model-deployment', heading: 'drift' },
    {
      query: 'TTFT',
      page: 'concepts/model-deployment',
      heading: 'performance',
    },
    { query: 'FedAvg', page: 'concepts/federated-learning', heading: 'fedavg' },
    {
      query: 'backpropagation',
      page: 'coding/neural-network',
      heading: 'backward',
    },
    { query: 'Lepton', page: 'introduction' },
    // Code.
    { query: 'inertia', page: 'coding/k-means', lab: 'k-means' },
    {
      query: 'bestSplit',
      page: 'coding/decision-tree',
      heading: 'lab-decision-tree',
      lab: 'decision-tree',
    },
    {
      query: 'kMeansSteps',
      page: 'coding/k-means',
      heading: 'lab-k-means',
      lab: 'k-means',
    },
    {
      query: 'softmax',
      page: 'concepts/knowledge-distillation',
      lab: 'knowledge-distillation',
    },
    {
      query: 'fillEmptyClusters',
      page: 'coding/k-means',
      heading: 'lab-k-means',
      lab: 'k-means',
    },
    // Tools of study, and references.
    { query: '模拟面试', page: 'interview' },
    { query: '复习卡片', page: 'review' },
    {
      query: 'Hinton 2015',
      page: 'references',
      heading: 'hinton-2015-distillation',
    },
    {
      query: '1712.05877',
      page: 'references',
      heading: 'jacob-2018-integer-quantisation',
    },
  ],
  en: [
    // Words and their inflections.
    { query: 'distillation', page: 'concepts/knowledge-distillation' },
    { query: 'distilling a student', page: 'concepts/knowledge-distillation' },
    { query: 'clustering', page: 'coding/k-means' },
    { query: 'empty clusters', page: 'coding/k-means' },
    { query: 'elbow method', page: 'coding/k-means' },
    { query: 'pruned weights', page: 'concepts/edge-inference' },
    {
      query: 'cold starts',
      page: 'concepts/model-deployment',
      heading: 'cold-start',
    },
    { query: 'vanishing gradients', page: 'coding/neural-network' },
    { query: 'pre-pruning', page: 'coding/decision-tree' },
    { query: 'federated', page: 'concepts/federated-learning' },
    {
      query: 'cost per million tokens',
      page: 'introduction',
      heading: 'cost-per-token',
    },
    { query: 'NVIDIA acquisition', page: 'introduction', heading: 'timeline' },
    { query: 'Lepton', page: 'introduction' },
    { query: 'errata', page: 'errata' },
    // American spelling, hyphens, abbreviations and other names.
    {
      query: 'quantization',
      page: 'concepts/edge-inference',
      heading: 'quantisation',
    },
    { query: 'kmeans', page: 'coding/k-means' },
    { query: 'k means++', page: 'coding/k-means', heading: 'seeding' },
    { query: 'backprop', page: 'coding/neural-network', heading: 'backward' },
    {
      query: 'key-value cache',
      page: 'concepts/model-deployment',
      heading: 'kv-cache',
    },
    {
      query: 'KV cache',
      page: 'concepts/model-deployment',
      heading: 'kv-cache',
    },
    { query: 'PSI', page: 'concepts/model-deployment', heading: 'drift' },
    {
      query: 'TTFT',
      page: 'concepts/model-deployment',
      heading: 'performance',
    },
    {
      query: 'federated averaging',
      page: 'concepts/federated-learning',
      heading: 'fedavg',
    },
    { query: 'roofline', page: 'concepts/edge-inference', heading: 'roofline' },
    { query: 'gini', page: 'coding/decision-tree', heading: 'gini' },
    { query: '基尼', page: 'coding/decision-tree', heading: 'gini' },
    {
      query: "Little's law",
      page: 'concepts/model-deployment',
      heading: 'queueing',
    },
    {
      query: 'non-iid',
      page: 'concepts/federated-learning',
      heading: 'non-iid',
    },
    // Slips of the finger.
    { query: 'distilation', page: 'concepts/knowledge-distillation' },
    { query: 'quantsation', page: 'concepts/edge-inference' },
    // Code: whole identifiers, their parts, and what is only in a test.
    {
      query: 'bestSplit',
      page: 'coding/decision-tree',
      heading: 'lab-decision-tree',
      lab: 'decision-tree',
    },
    { query: 'best split', page: 'coding/decision-tree', lab: 'decision-tree' },
    { query: 'inertia', page: 'coding/k-means', lab: 'k-means' },
    {
      query: 'softmax',
      page: 'concepts/knowledge-distillation',
      lab: 'knowledge-distillation',
    },
    {
      query: 'growTreeSteps',
      page: 'coding/decision-tree',
      heading: 'lab-decision-tree',
      lab: 'decision-tree',
    },
    {
      query: 'pairwiseMask',
      page: 'concepts/federated-learning',
      heading: 'lab-federated-learning',
      lab: 'federated-learning',
    },
    // Tools of study, and references.
    { query: 'mock interview', page: 'interview' },
    { query: 'export to Anki', page: 'review' },
    {
      query: 'Hinton 2015',
      page: 'references',
      heading: 'hinton-2015-distillation',
    },
    {
      query: 'PagedAttention',
      page: 'concepts/model-deployment',
      heading: 'kv-cache',
    },
  ],
};
