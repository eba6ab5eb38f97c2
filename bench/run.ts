/**
 * The fast editions beside the libraries that do the same, in one process,
 * warm, median of several. Every comparison first checks that both sides
 * compute the same. Numbers are times and their ratio to the first line.
 *
 * Usage: npm run bench [-- k-means|decision-tree|neural-network|memory …]
 *
 * scikit-learn runs in /usr/bin/python3 (Debian's python3-sklearn), or in
 * what PYTHON names; without it, its lines are missing.
 */
import { cpus } from 'node:os';
import { benchTree } from './decision-tree.ts';
import { benchKMeans } from './k-means.ts';
import { benchMemory } from './memory.ts';
import { benchNetwork } from './neural-network.ts';
import { installPeers } from './peers.ts';

const parts: Record<string, () => Promise<void>> = {
  'k-means': benchKMeans,
  'decision-tree': benchTree,
  'neural-network': benchNetwork,
  memory: benchMemory,
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`No part '${unknown}': ${Object.keys(parts).join(', ')}`);
  process.exit(1);
}
installPeers();
console.log(`Node ${process.version}, ${cpus()[0]?.model}`);
for (const [name, bench] of Object.entries(parts)) {
  if (chosen.length === 0 || chosen.includes(name)) await bench();
}
