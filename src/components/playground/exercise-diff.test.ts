import { labIds, loadLab } from '@runnable-guide/labs/catalog';
import { pathOf } from '@runnable-guide/labs/lab';
import { describe, expect, it } from 'vitest';
import { solutionToCompare } from './exercise-diff';

describe('solutionToCompare', () => {
  it('takes the imports of the exercise and the body of the solution', () => {
    const exercise =
      "import { a } from 'x/a';\nimport type {\n  B,\n} from 'x/b';\n\nopen();\n";
    const solution = "import { type B } from './b.ts';\n\n// Solved.\nb();\n";
    expect(solutionToCompare(solution, exercise)).toBe(
      "import { a } from 'x/a';\nimport type {\n  B,\n} from 'x/b';\n\n// Solved.\nb();\n",
    );
  });

  it('leaves a solution without imports alone', () => {
    expect(solutionToCompare('// import x;\nf();\n', 'g();\n')).toBe(
      '// import x;\nf();\n',
    );
  });

  it.each(labIds)('imports nothing by file in %s', async (id) => {
    const lab = await loadLab(id);
    if (lab.exercise !== undefined) {
      const { file, code } = lab.exercise;
      const solution = lab.files[pathOf(lab, file)] ?? '';
      const compared = solutionToCompare(solution, code);
      expect(compared).not.toMatch(/^(import|\} from).*'\.\//m);
      expect(compared.endsWith(solution.slice(-500))).toBe(true);
    }
  });
});
