const FILE = '@codesandbox/sandpack-react/dist/index.mjs';
const CALLS = /= (css|keyframes|createStitches|(?:React\.)?forwardRef)\(/g;

/**
 * Sandpack's React package is one module whose components are made by calls
 * at its top level. Marked as free of side effects, those of the components
 * that the guide does not use can be left out of the bundle.
 *
 * @returns {import('vite').Plugin}
 */
export function shakeSandpack() {
  return {
    name: 'shake-sandpack',
    transform(code, id) {
      return id.includes(FILE)
        ? {
            code: code.replace(CALLS, '= /* @__PURE__ */ $1('),
            map: null,
            moduleSideEffects: false,
          }
        : null;
    },
  };
}
