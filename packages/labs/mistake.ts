/** Edits that turn a solution into a typical wrong one. */
export interface Mistake {
  /** Text of the solution, and what stands everywhere in its place. */
  edits: readonly (readonly [from: string, to: string])[];
  /** Title of a test that must notice it, and the file of that test. */
  test: string;
  file: string;
}

/** @throws Error if the solution lacks a text that is to be replaced */
export function makeMistake(solution: string, { edits }: Mistake): string {
  return edits.reduce((code, [from, to]) => {
    if (!code.includes(from)) {
      throw new Error(`The solution does not contain: ${from}`);
    }
    return code.replaceAll(from, () => to);
  }, solution);
}
