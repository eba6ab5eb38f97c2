/**
 * The modules that the package offers, by the page of the site that documents
 * them (`src/content/docs/api/`). The others are parts of these.
 */
export const publicModules = {
  'k-means': [
    'k-means',
    'k-means-fast',
    'k-means-flat',
    'flat-clustering',
    'k-means-seeding',
    'empty-clusters',
  ],
  'decision-tree': [
    'decision-tree',
    'decision-tree-fast',
    'impurity',
    'splits',
    'tree',
    'tree-text',
  ],
  'neural-network': [
    'neural-network',
    'neural-network-fast',
    'network',
    'activations',
    'losses',
  ],
  serving: [
    'serving',
    'serving-options',
    'serving-report',
    'arrivals',
    'batch-former',
    'autoscaler',
    'canary',
    'queueing',
  ],
  models: [
    'roofline',
    'model-cost',
    'number-formats',
    'float16',
    'quantisation',
    'weight-quantisation',
    'integer-network',
    'pruning',
    'low-rank',
    'singular-values',
    'distillation',
    'fed-avg',
    'dirichlet-split',
    'secure-aggregation',
    'client-privacy',
    'gradient-inversion',
    'permutation-importance',
    'counterfactual',
    'gradient-sign',
  ],
  basics: [
    'matrix',
    'flat-matrix',
    'random',
    'classification',
    'quantile',
    'mean-and-spread',
    'histogram',
    'iris',
    'digits',
  ],
} as const;

export const publicModuleNames: readonly string[] =
  Object.values(publicModules).flat();
