import { parseSaved } from '~/lib/lab-storage';

/** Those of the labs whose exercise was solved in this browser. */
export function solvedLabs(labs: readonly string[]): string[] {
  return labs.filter((lab) => {
    try {
      const text = localStorage.getItem(`guide.lab.${lab}`);
      return text !== null && parseSaved(text)?.lab.solved === true;
    } catch {
      return false;
    }
  });
}
