import type { Lab } from './lab.ts';

/** The only list of labs. Each is loaded when a page needs it. */
const loaders = {
  'k-means': () => import('./k-means/lab.ts'),
  'k-means-speed': () => import('./k-means-speed/lab.ts'),
  'decision-tree-speed': () => import('./decision-tree-speed/lab.ts'),
  'neural-network-speed': () => import('./neural-network-speed/lab.ts'),
  'neural-network': () => import('./neural-network/lab.ts'),
  'decision-tree': () => import('./decision-tree/lab.ts'),
  'errata-k-means': () => import('./errata-k-means/lab.ts'),
  'errata-neural-network': () => import('./errata-neural-network/lab.ts'),
  'errata-decision-tree': () => import('./errata-decision-tree/lab.ts'),
  'edge-inference': () => import('./edge-inference/lab.ts'),
  'model-deployment': () => import('./model-deployment/lab.ts'),
  'model-operations': () => import('./model-operations/lab.ts'),
  'model-explainability': () => import('./model-explainability/lab.ts'),
  'model-security': () => import('./model-security/lab.ts'),
  'model-compatibility': () => import('./model-compatibility/lab.ts'),
  'knowledge-distillation': () => import('./knowledge-distillation/lab.ts'),
  'federated-learning': () => import('./federated-learning/lab.ts'),
} satisfies Record<string, () => Promise<{ lab: Lab }>>;

export type LabId = keyof typeof loaders;

export const labIds = Object.keys(loaders) as LabId[];

export async function loadLab(id: LabId): Promise<Lab> {
  if (!Object.hasOwn(loaders, id)) {
    throw new Error(`No lab '${id}'. Known labs: ${labIds.join(', ')}`);
  }
  const { lab } = await loaders[id]();
  return lab;
}
