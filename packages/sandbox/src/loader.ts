import type { MissingExport } from './messages.ts';
import { importedNames, missingExport } from './named-imports.ts';
import { isRelative, resolveImport } from './resolve.ts';
import { type Evaluate, evaluateByEval } from './scripts.ts';
import type { SyntaxPlace } from './syntax-locator.ts';

export interface LoaderOptions {
  /** Transpiled CommonJS code by path. */
  modules: Readonly<Record<string, string>>;
  /** Modules that need no file, such as `plot`. */
  builtins: Readonly<Record<string, unknown>>;
  /** Variables every module sees, besides the globals. */
  variables?: Readonly<Record<string, unknown>>;
  /** Names to offer, besides the builtins, when an import leads nowhere. */
  offered: readonly string[];
  evaluate?: Evaluate;
}

export class MissingModuleError extends Error {
  override name = 'MissingModuleError';
}

/** An import of a name that its module does not export. */
export class MissingExportError extends Error {
  override name = 'MissingExportError';
  readonly missing: MissingExport;

  constructor(missing: MissingExport) {
    const { module, name, exported, isNear } = missing;
    const help = isNear
      ? `Did you mean ${exported[0]}?`
      : `It exports: ${exported.join(', ')}`;
    super(`'${module}' exports no ${name}. ${help}`);
    this.missing = missing;
  }
}

/** What the engine refuses and the transpiler let pass. */
export class ModuleSyntaxError extends SyntaxError {
  override name = 'SyntaxError';
  readonly path: string;
  /** All that was given to the engine: the module in its wrapper. */
  readonly script: string;
  /** Characters of the wrapper before the module, on its first line. */
  readonly indent: number;
  /** Line and column in the module, once somebody has found them. */
  place: SyntaxPlace | null = null;

  constructor(message: string, path: string, script: string, indent: number) {
    super(message);
    this.path = path;
    this.script = script;
    this.indent = indent;
  }
}

interface Module {
  exports: Record<string, unknown>;
  failure?: { thrown: unknown };
  isDone?: true;
}

/**
 * Loads CommonJS modules on demand, each once. The entry may use `await` at
 * its top level; imported modules may not.
 */
export function createLoader(options: LoaderOptions) {
  const { modules, builtins, variables = {}, offered } = options;
  const { evaluate = evaluateByEval } = options;
  const names = ['require', 'module', 'exports', ...Object.keys(variables)];
  const values = Object.values(variables);
  const loaded = new Map<string, Module>();
  const has = (path: string) => Object.hasOwn(modules, path);

  function requireFrom(importer: string) {
    const imported = importedNames(modules[importer] ?? '');
    /** As other loaders do it: before the importer goes on. */
    const check = (specifier: string, exports: unknown, code = '') => {
      const names = imported.get(specifier) ?? [];
      const missing = missingExport(specifier, names, exports, code);
      if (missing !== null) {
        throw new MissingExportError(missing);
      }
      return exports;
    };
    return (specifier: string): unknown => {
      if (!isRelative(specifier) && Object.hasOwn(builtins, specifier)) {
        return check(specifier, builtins[specifier]);
      }
      const path = resolveImport(specifier, importer, has);
      if (path === null) {
        throw new MissingModuleError(
          `Cannot find module '${specifier}' imported by ${importer}. ` +
            `Available: ${[...Object.keys(builtins), ...offered].join(', ')}`,
        );
      }
      const exports = load(path);
      // In a cycle the rest may still come.
      return loaded.get(path)?.isDone
        ? check(specifier, exports, modules[path])
        : exports;
    };
  }

  function load(path: string): Record<string, unknown> {
    const known = loaded.get(path);
    if (known?.failure !== undefined) {
      throw known.failure.thrown;
    }
    if (known !== undefined) {
      return known.exports;
    }
    const module: Module = { exports: {} };
    loaded.set(path, module);
    try {
      parse(path, '')(requireFrom(path), module, module.exports, ...values);
    } catch (error) {
      module.failure = { thrown: error };
      throw error;
    }
    module.isDone = true;
    return module.exports;
  }

  function parse(
    path: string,
    prefix: 'async ' | '',
  ): (...scope: unknown[]) => unknown {
    // The wrapper stays on the first line: line numbers are the reader's.
    const head = `(${prefix}function(${names}){`;
    const code = `${head}${modules[path]}\n})`;
    try {
      return evaluate(code, path) as (...scope: unknown[]) => unknown;
    } catch (error) {
      const { message } = error as Error;
      throw new ModuleSyntaxError(message, path, code, head.length);
    }
  }

  return {
    load,
    /** Runs the entry module; settles when its top level has finished. */
    async run(path: string): Promise<void> {
      if (!has(path)) {
        throw new MissingModuleError(`Cannot find the program ${path}`);
      }
      const module: Module = { exports: {} };
      loaded.set(path, module);
      await parse(path, 'async ')(
        requireFrom(path),
        module,
        module.exports,
        ...values,
      );
    },
  };
}
