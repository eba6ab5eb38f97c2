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
    // Names as they are typed, abbreviations, and tags of the pages.
    { query: 'kmeans', page: 'coding/k-means' },
    { query: 'k-means', page: 'coding/k-means' },
    { query: 'K means', page: 'coding/k-means' },
    { query: 'K-means++', page: 'coding/k-means', heading: 'seeding' },
    { query: '信息熵', page: 'coding/decision-tree' },
    { query: '无监督学习', page: 'coding/k-means' },
    {
      query: '灰度发布',
      page: 'concepts/model-deployment',
      heading: 'rollout',
    },
    { query: '灰度', page: 'concepts/model-deployment', heading: 'rollout' },
    {
      query: '权重初始化',
      page: 'coding/neural-network',
      heading: 'initialisation',
    },
    {
      query: '监控',
      page: 'concepts/model-deployment',
      heading: 'observability',
    },
    { query: 'FL', page: 'concepts/federated-learning' },
    { query: 'KD', page: 'concepts/knowledge-distillation' },
    { query: 'MTTF', page: 'introduction', heading: 'utilisation' },
    { query: 'MTBF', page: 'introduction', heading: 'utilisation' },
    { query: 'FGSM', page: 'concepts/model-deployment', heading: 'security' },
    { query: 'vllm', page: 'concepts/model-deployment', heading: 'kv-cache' },
    { query: 'LLM', page: 'concepts/model-deployment', heading: 'kv-cache' },
    {
      query: '大模型推理',
      page: 'concepts/model-deployment',
      heading: 'kv-cache',
    },
    { query: 'gini vs entropy', page: 'coding/decision-tree' },
    // What a candidate types before an interview.
    { query: '怎么选k', page: 'coding/k-means', heading: 'follow-ups' },
    { query: '反向传播推导', page: 'coding/neural-network' },
    {
      query: '梯度消失怎么办',
      page: 'coding/neural-network',
      heading: 'follow-ups',
    },
    {
      query: 'xavier',
      page: 'coding/neural-network',
      heading: 'initialisation',
    },
    {
      query: '学习率怎么定',
      page: 'coding/neural-network',
      heading: 'follow-ups',
    },
    { query: '空簇', page: 'coding/k-means' },
    { query: '肘部法则', page: 'coding/k-means' },
    { query: '离群点', page: 'coding/k-means', heading: 'follow-ups' },
    {
      query: '特征值为空',
      page: 'coding/decision-tree',
      heading: 'follow-ups',
    },
    { query: '缺失值', page: 'coding/decision-tree', heading: 'follow-ups' },
    { query: '随机森林', page: 'coding/decision-tree', heading: 'follow-ups' },
    {
      query: '怎么防止过拟合',
      page: 'coding/decision-tree',
      heading: 'follow-ups',
    },
    {
      query: 'straggler',
      page: 'concepts/federated-learning',
      heading: 'stragglers',
    },
    {
      query: '安全聚合',
      page: 'concepts/federated-learning',
      heading: 'secure-aggregation',
    },
    {
      query: '成员推断',
      page: 'concepts/federated-learning',
      heading: 'not-protected',
    },
    { query: 'p99', page: 'concepts/model-deployment' },
    {
      query: '自动扩缩容',
      page: 'concepts/model-deployment',
      heading: 'cold-start',
    },
    {
      query: '连续批处理',
      page: 'concepts/model-deployment',
      heading: 'batching',
    },
    { query: '回滚', page: 'concepts/model-deployment', heading: 'rollout' },
    { query: '数据漂移', page: 'concepts/model-deployment', heading: 'drift' },
    { query: 'int8', page: 'concepts/edge-inference' },
    { query: '量化和剪枝的顺序', page: 'concepts/edge-inference' },
    {
      query: '为什么乘T²',
      page: 'concepts/knowledge-distillation',
      heading: 'gradient',
    },
    {
      query: '标签平滑',
      page: 'concepts/knowledge-distillation',
      heading: 'follow-ups',
    },
    { query: 'GPU利用率', page: 'introduction', heading: 'utilisation' },
    { query: '前向传播', page: 'coding/neural-network', heading: 'forward' },
    { query: '信息增益', page: 'coding/decision-tree', heading: 'gini' },
    {
      query: '模型压缩',
      page: 'concepts/edge-inference',
      heading: 'compression',
    },
    { query: '大模型', page: 'concepts/model-deployment', heading: 'kv-cache' },
    { query: '面试怎么答', page: 'summary', heading: 'how-to-answer' },
    // Identifiers as they are written.
    {
      query: 'squaredDistance',
      page: 'api/basics',
      heading: 'api-matrix.squaredDistance',
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
    // Names as they are typed, abbreviations, and tags of the pages.
    { query: 'k-means', page: 'coding/k-means' },
    { query: 'K means', page: 'coding/k-means' },
    { query: 'unsupervised learning', page: 'coding/k-means' },
    { query: '无监督学习', page: 'coding/k-means' },
    { query: 'entropy', page: 'coding/decision-tree' },
    { query: 'gini vs entropy', page: 'coding/decision-tree' },
    {
      query: 'canary deployment',
      page: 'concepts/model-deployment',
      heading: 'rollout',
    },
    {
      query: '灰度发布',
      page: 'concepts/model-deployment',
      heading: 'rollout',
    },
    {
      query: 'weight initialization',
      page: 'coding/neural-network',
      heading: 'initialisation',
    },
    {
      query: 'monitoring',
      page: 'concepts/model-deployment',
      heading: 'observability',
    },
    { query: 'FL', page: 'concepts/federated-learning' },
    { query: 'KD', page: 'concepts/knowledge-distillation' },
    { query: 'MTTF', page: 'introduction', heading: 'utilisation' },
    { query: 'FGSM', page: 'concepts/model-deployment', heading: 'security' },
    { query: 'vllm', page: 'concepts/model-deployment', heading: 'kv-cache' },
    { query: 'LLM', page: 'concepts/model-deployment', heading: 'kv-cache' },
    {
      query: 'LLM inference',
      page: 'concepts/model-deployment',
      heading: 'kv-cache',
    },
    // What a candidate types before an interview.
    { query: 'how to choose k', page: 'coding/k-means', heading: 'follow-ups' },
    { query: 'derive backpropagation', page: 'coding/neural-network' },
    {
      query: 'xavier initialization',
      page: 'coding/neural-network',
      heading: 'initialisation',
    },
    { query: 'dead relu', page: 'coding/neural-network' },
    {
      query: 'learning rate',
      page: 'coding/neural-network',
      heading: 'follow-ups',
    },
    { query: 'outliers', page: 'coding/k-means', heading: 'follow-ups' },
    {
      query: 'missing values',
      page: 'coding/decision-tree',
      heading: 'follow-ups',
    },
    {
      query: 'random forest',
      page: 'coding/decision-tree',
      heading: 'follow-ups',
    },
    { query: 'overfitting', page: 'coding/decision-tree' },
    {
      query: 'straggler',
      page: 'concepts/federated-learning',
      heading: 'stragglers',
    },
    {
      query: 'secure aggregation',
      page: 'concepts/federated-learning',
      heading: 'secure-aggregation',
    },
    { query: 'why differential privacy', page: 'concepts/federated-learning' },
    {
      query: 'membership inference attack',
      page: 'concepts/federated-learning',
      heading: 'not-protected',
    },
    { query: 'p99', page: 'concepts/model-deployment' },
    {
      query: 'autoscaling',
      page: 'concepts/model-deployment',
      heading: 'cold-start',
    },
    {
      query: 'rollback',
      page: 'concepts/model-deployment',
      heading: 'rollout',
    },
    {
      query: 'data drift',
      page: 'concepts/model-deployment',
      heading: 'drift',
    },
    {
      query: 'what is continuous batching',
      page: 'concepts/model-deployment',
      heading: 'batching',
    },
    { query: 'int8', page: 'concepts/edge-inference' },
    {
      query: 'PTQ vs QAT',
      page: 'concepts/edge-inference',
      heading: 'ptq-qat',
    },
    {
      query: 'temperature in distillation',
      page: 'concepts/knowledge-distillation',
      heading: 'temperature',
    },
    {
      query: 'label smoothing',
      page: 'concepts/knowledge-distillation',
      heading: 'follow-ups',
    },
    { query: 'GPU utilization', page: 'introduction', heading: 'utilisation' },
    { query: 'what is distillation?', page: 'concepts/knowledge-distillation' },
    {
      query: 'information gain',
      page: 'coding/decision-tree',
      heading: 'gini',
    },
    {
      query: 'k-means++ initialization',
      page: 'coding/k-means',
      heading: 'seeding',
    },
    {
      query: 'vanishing gradient',
      page: 'coding/neural-network',
      heading: 'follow-ups',
    },
    // Identifiers as they are written.
    {
      query: 'squaredDistance',
      page: 'api/basics',
      heading: 'api-matrix.squaredDistance',
    },
  ],
};

/** What the guide does not treat, and nothing in it is spelled like. */
export const unknownQueries: Record<'zh-CN' | 'en', readonly string[]> = {
  'zh-CN': ['mlflow', 'k8s', 'zzqqxx', '区块链'],
  en: ['mlflow', 'k8s', 'zzqqxx', 'blockchain'],
};
