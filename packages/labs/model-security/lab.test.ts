import { runOnce } from '@runnable-guide/sandbox/run-once';
import { it } from 'vitest';
import { lab } from './lab.ts';

it('x', async () => {
  const t = performance.now();
  const r = await runOnce(lab.files, '/main.ts');
  console.log(
    'model-security',
    performance.now() - t,
    r.frames.map((f) => f.name).join(),
    r.lines.map((l) => l.text).join('\n'),
    JSON.stringify(
      r.frames
        .filter(
          (f) => ['table', 'bars'].includes(f.kind) || f.name === 'accuracy',
        )
        .map((f) => f.data),
    ),
  );
});
