import type { Lab } from '@runnable-guide/labs/lab';
import { runOnce } from '@runnable-guide/sandbox/run-once';
import { addFrames } from '~/lib/figures';

const results = new WeakMap<Lab, ReturnType<typeof compute>>();

/** What the lab's own program prints and draws; computed once for a build. */
export function runLab(lab: Lab): ReturnType<typeof compute> {
  const known = results.get(lab) ?? compute(lab);
  results.set(lab, known);
  return known;
}

async function compute(lab: Lab) {
  const { lines, frames } = await runOnce(lab.files, '/main.ts');
  const figures = addFrames([], frames);
  const broken = figures.find((figure) => figure.broken !== undefined);
  if (broken !== undefined) {
    throw new Error(
      `The lab '${lab.title.en}' draws '${broken.name}' with bad data: ` +
        broken.broken,
    );
  }
  return { lines, figures };
}
