import { requiredSpecifiers, resolveImport } from './resolve.ts';
import { type SyntaxProblem, transpile } from './transpile.ts';

export type Files = Readonly<Record<string, string>>;

export type Compiled =
  | { ok: true; modules: Record<string, string> }
  | { ok: false; problem: SyntaxProblem };

/**
 * Transpiles the entry files and all they import, directly or not. A file
 * that nothing imports is not looked at, so a broken test file does not stop
 * the program. Imports that lead nowhere are left for the loader to report.
 */
export function compile(files: Files, entries: readonly string[]): Compiled {
  const modules: Record<string, string> = {};
  const queue = [...entries];
  const has = (path: string) => Object.hasOwn(files, path);
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    if (Object.hasOwn(modules, path) || !has(path)) {
      continue;
    }
    const result = transpile(path, files[path] as string);
    if (!result.ok) {
      return result;
    }
    modules[path] = result.code;
    for (const specifier of requiredSpecifiers(result.code)) {
      const target = resolveImport(specifier, path, has);
      if (target !== null) {
        queue.push(target);
      }
    }
  }
  return { ok: true, modules };
}
