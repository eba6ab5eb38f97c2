import { setInlineStyle } from '@astrojs/starlight/expressive-code/hast';

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

/** @type {import('@astrojs/starlight/expressive-code').StarlightExpressiveCodeOptions} */
export default { plugins: [lineCount] };
