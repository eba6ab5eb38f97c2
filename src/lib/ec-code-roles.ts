import {
  type AnnotationBaseOptions,
  type AnnotationRenderOptions,
  ExpressiveCodeAnnotation,
  type ExpressiveCodePlugin,
} from '@astrojs/starlight/expressive-code';
import { h } from '@astrojs/starlight/expressive-code/hast';
import { typescriptLanguage } from '@codemirror/lang-javascript';
import { pythonLanguage } from '@codemirror/lang-python';
import { highlightCode } from '@lezer/highlight';
import { codeRoles } from './code-roles.ts';

const parsers = new Map([
  ['ts', typescriptLanguage.parser],
  ['python', pythonLanguage.parser],
]);

class CodeRole extends ExpressiveCodeAnnotation {
  readonly className: string;

  constructor(className: string, options: AnnotationBaseOptions) {
    super(options);
    this.className = className;
  }

  render({ nodesToTransform }: AnnotationRenderOptions) {
    return nodesToTransform.map((node) =>
      h('span', { class: this.className }, node),
    );
  }
}

/**
 * Colours code as the editor does, by its grammars. Only what has a colour of
 * its own becomes an element: a third of what Expressive Code's highlighter
 * makes, each of them with a style attribute.
 */
export const ecCodeRoles: ExpressiveCodePlugin = {
  name: 'code-roles',
  hooks: {
    performSyntaxAnalysis: ({ codeBlock }) => {
      const parser = parsers.get(codeBlock.language);
      if (parser === undefined) {
        return;
      }
      const lines = codeBlock.getLines();
      let line = 0;
      let column = 0;
      const put = (text: string, classes: string) => {
        const columnStart = column;
        column += text.length;
        if (classes !== '') {
          const inlineRange = { columnStart, columnEnd: column };
          lines[line]?.addAnnotation(
            new CodeRole(classes, { inlineRange, renderPhase: 'earliest' }),
          );
        }
      };
      const end = () => {
        line += 1;
        column = 0;
      };
      const { code } = codeBlock;
      highlightCode(code, parser.parse(code), codeRoles, put, end);
    },
  },
};
