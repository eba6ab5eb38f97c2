import { defineEcConfig } from '@astrojs/starlight/expressive-code';
import { setInlineStyle } from '@astrojs/starlight/expressive-code/hast';
import { ecCodeRoles } from './src/lib/ec-code-roles.ts';

/** Tells style sheets how many lines a block has: its height, unseen. */
const lineCount = {
  name: 'line-count',
  hooks: {
    postprocessRenderedBlock: ({ codeBlock, renderData }) => {
      const lines = String(codeBlock.getLines().length);
      setInlineStyle(renderData.blockAst, '--lines', lines);
    },
  },
};

export default defineEcConfig({
  plugins: [ecCodeRoles, lineCount],
  shiki: false,
});
