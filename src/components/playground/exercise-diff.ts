const IMPORTS = /^(?:import\b[^;]*;\s*)+/;

/**
 * The solution under the imports of the exercise. The exercise names the same
 * modules by package, the solution by file: that is no difference to study.
 */
export function solutionToCompare(solution: string, exercise: string): string {
  const [imports = ''] = IMPORTS.exec(exercise) ?? [];
  return imports + solution.replace(IMPORTS, '');
}
