/**
 * How the text of a module becomes a function, so that an engine's traces say
 * which file a line is of.
 */

/** Prefix of the script names that reader modules get in stack traces. */
export const SCRIPT_PREFIX = 'playground:';

/** The value of an expression, as a script named after the path. */
export type Evaluate = (expression: string, path: string) => unknown;

/** Where a loaded script hands over its value. */
const RESULT = 'playground result';

/** Paths by address, of scripts that could not be given a name. */
const paths = new Map<string, string>();

/** Indirect eval keeps line numbers. */
export const evaluateByEval: Evaluate = (expression, path) =>
  // biome-ignore lint/security/noGlobalEval: running this code is the job
  globalThis.eval(`${expression}\n//# sourceURL=${SCRIPT_PREFIX}${path}`);

/**
 * JavaScriptCore leaves the name and lines of evaluated text out of its
 * traces, `sourceURL` or not (seen in WebKitGTK 2.50), but shows the address
 * of a loaded script. Elsewhere eval is faster and gives the better names.
 *
 * @param load runs the script at an address, such as `importScripts`
 */
export function chooseEvaluate(
  load: (address: string) => void,
  byEval: Evaluate = evaluateByEval,
): Evaluate {
  const trace = String(byEval('new Error().stack', '/probe.ts'));
  return trace.includes(SCRIPT_PREFIX)
    ? byEval
    : (expression, path) => {
        const scope = globalThis as Record<string, unknown>;
        const script = `globalThis['${RESULT}'] = ${expression}`;
        // Without the type WebKit does not load it.
        const blob = new Blob([script], { type: 'text/javascript' });
        const address = URL.createObjectURL(blob);
        paths.set(address, path);
        try {
          load(address);
          return scope[RESULT];
        } finally {
          delete scope[RESULT];
          URL.revokeObjectURL(address);
        }
      };
}

/** The trace with the addresses of loaded scripts replaced by their names. */
export function withScriptNames(trace: string): string {
  let named = trace;
  for (const [address, path] of paths) {
    named = named.replaceAll(address, SCRIPT_PREFIX + path);
  }
  return named;
}
