import { EXIT, visit } from 'unist-util-visit';

const STYLES = '~/styles/math.css';

/** A page with a formula imports the styles of formulas; others do without. */
export function remarkMathStyles() {
  return (tree) => {
    let hasMath = false;
    visit(tree, ['math', 'inlineMath'], () => {
      hasMath = true;
      return EXIT;
    });
    if (hasMath) {
      tree.children.unshift({
        type: 'mdxjsEsm',
        value: `import '${STYLES}';`,
        data: { estree: importOf(STYLES) },
      });
    }
  };
}

function importOf(value) {
  return {
    type: 'Program',
    sourceType: 'module',
    body: [
      {
        type: 'ImportDeclaration',
        specifiers: [],
        attributes: [],
        source: { type: 'Literal', value, raw: `'${value}'` },
      },
    ],
  };
}
