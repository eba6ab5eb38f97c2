import { runOnce } from '@runnable-guide/sandbox/run-once';
import { expect, it } from 'vitest';
import { facts } from './facts.ts';
import { lab } from './lab.ts';

it('x', async () => {
  const t = performance.now();
  const r = await runOnce(lab.files, '/main.ts');
  console.log(
    performance.now() - t,
    r.frames.map((f) => f.name),
    JSON.stringify(r.lines, null, 1),
    facts,
  );
  expect(1).toBe(1);
});
