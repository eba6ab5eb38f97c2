import { runOnce } from '@runnable-guide/sandbox/run-once';
import { it } from 'vitest';
import { lab } from './lab.ts';
it('x', async () => {
  for (let i = 0; i < 2; i++) {
  const c = process.cpuUsage();
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  const d = process.cpuUsage(c);
  console.log((d.user + d.system) / 1000, 'ms cpu');
  if (i) continue;
  console.log(lines.map((l) => l.text).join('\n'));
  for (const f of frames) if (f.kind === 'table' || f.name==='rounds') console.log(f.name, JSON.stringify(f.data));
  }
}, 60000);
