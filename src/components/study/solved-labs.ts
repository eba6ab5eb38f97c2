import { parseSaved } from '~/lib/lab-storage';
import {
  emptyProgress,
  mergeProgress,
  type Progress,
} from '~/lib/study/progress';

/** The progress with those of the labs that were solved in this browser. */
export function withSolvedHere(
  progress: Progress,
  labs: readonly string[],
): Progress {
  const solved = labs.filter(isSolvedHere);
  return mergeProgress(progress, { ...emptyProgress, solved });
}

function isSolvedHere(lab: string): boolean {
  try {
    const text = localStorage.getItem(`guide.lab.${lab}`);
    return text !== null && parseSaved(text)?.lab.solved === true;
  } catch {
    return false;
  }
}
