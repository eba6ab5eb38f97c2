import { runOnce } from '@runnable-guide/sandbox/run-once';
import { expect, it } from 'vitest';
import { lab } from './lab.ts';
it('x', async () => {
  const t = performance.now();
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  console.log(performance.now() - t);
  const u = performance.now();
  await runOnce(lab.files, '/main.ts');
  console.log(performance.now() - u);
  console.log(lines.map((l) => l.text).join('\n'));
  for (const f of frames) if (f.kind==='table') console.log(f.data.rows.map(r=>r.join(' | ')).join('\n'));
  console.log(frames.length);
  console.log(JSON.stringify(frames.filter(f=>f.name==='roofline'||f.name==='channel-error'||f.name==='singular-values')).slice(0,4000));
  expect(1).toBe(1);
});
