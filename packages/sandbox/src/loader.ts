import { isRelative, resolveImport } from './resolve.ts';

/** Prefix of the script names that reader modules get in stack traces. */
export const SCRIPT_PREFIX = 'playground:';

export interface LoaderOptions {
  /** Transpiled CommonJS code by path. */
  modules: Readonly<Record<string, string>>;
  /** Modules that need no file, such as `plot`. */
  builtins: Readonly<Record<string, unknown>>;
  /** Variables every module sees, besides the globals. */
  variables?: Readonly<Record<string, unknown>>;
  /** Names to offer when an import leads nowhere. */
  offered: readonly string[];
}

export class MissingModuleError extends Error {
  override name = 'MissingModuleError';
}

/**
 * Loads CommonJS modules on demand, each once. The entry may use `await` at
 * its top level; imported modules may not.
 */
export function createLoader(options: LoaderOptions) {
  const { modules, builtins, variables = {}, offered } = options;
  const names = ['require', 'module', 'exports', ...Object.keys(variables)];
  const values = Object.values(variables);
  const loaded = new Map<string, { exports: Record<string, unknown> }>();
  const has = (path: string) => Object.hasOwn(modules, path);

  function requireFrom(importer: string) {
    return (specifier: string): unknown => {
      if (!isRelative(specifier) && Object.hasOwn(builtins, specifier)) {
        return builtins[specifier];
      }
      const path = resolveImport(specifier, importer, has);
      if (path === null) {
        throw new MissingModuleError(
          `Cannot find module '${specifier}' imported by ${importer}. ` +
            `Available: ${offered.join(', ')}`,
        );
      }
      return load(path);
    };
  }

  function load(path: string): Record<string, unknown> {
    const known = loaded.get(path);
    if (known !== undefined) {
      return known.exports;
    }
    const module = { exports: {} };
    loaded.set(path, module);
    evaluate(path, '')(requireFrom(path), module, module.exports, ...values);
    return module.exports;
  }

  function evaluate(path: string, prefix: 'async ' | '') {
    const code = modules[path];
    // Indirect eval keeps line numbers: the wrapper stays on the first line.
    // biome-ignore lint/security/noGlobalEval: running this code is the job
    const run = globalThis.eval(
      `(${prefix}function(${names}){${code}\n})` +
        `\n//# sourceURL=${SCRIPT_PREFIX}${path}`,
    ) as (...scope: unknown[]) => unknown;
    return run;
  }

  return {
    load,
    /** Runs the entry module; settles when its top level has finished. */
    async run(path: string): Promise<void> {
      if (!has(path)) {
        throw new MissingModuleError(`Cannot find the program ${path}`);
      }
      const module = { exports: {} };
      loaded.set(path, module);
      await evaluate(path, 'async ')(
        requireFrom(path),
        module,
        module.exports,
        ...values,
      );
    },
  };
}
