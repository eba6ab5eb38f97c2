const UNUSED =
  /sucrase\/dist\/esm\/transformers\/(?:JSX|Flow|JestHoist|ReactDisplayName|ReactHotLoader)Transformer\.js$/;

// The second name is asked of JSX tags alone, of which there are none.
const STUB =
  'export default class {} export const startsWithLowerCase = () => false;';

/**
 * Leaves out Sucrase's transformers that it only makes when asked for: labs
 * are TypeScript without JSX, and the sandbox is weighed to the byte.
 *
 * @returns {import('vite').Plugin}
 */
export function trimSucrase() {
  return {
    name: 'trim-sucrase',
    enforce: 'pre',
    load: (id) =>
      UNUSED.test(id.replaceAll('\\', '/').split('?')[0]) ? STUB : null,
  };
}
