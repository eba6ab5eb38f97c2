import { join } from 'node:path';
import ts from 'typescript';

/** Where the sources stand for the compiler; no such folder exists. */
const folder = '/package';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts'],
  types: [],
  strict: true,
  declaration: true,
  rewriteRelativeImportExtensions: true,
  verbatimModuleSyntax: true,
  rootDir: folder,
  outDir: folder,
};

/**
 * Modules of TypeScript by file name (`k-means.ts`) as JavaScript and
 * declarations (`k-means.js`, `k-means.d.ts`), in the same order each time.
 *
 * @throws if they have an error of types
 */
export function emitModules(
  sources: ReadonlyMap<string, string>,
): Map<string, string> {
  const host = hostOf(sources, options);
  const emitted = new Map<string, string>();
  host.writeFile = (path, text) => {
    // The compiler rewrites the imports of the code, not of declarations.
    const own = path.endsWith('.d.ts')
      ? text.replace(/(from |import\()(['"])(\.\/[\w-]+)\.ts\2/g, '$1$2$3.js$2')
      : text;
    emitted.set(path.slice(folder.length + 1), own);
  };
  const program = ts.createProgram(rootsOf(sources), options, host);
  const { diagnostics } = program.emit();
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (problems.length > 0)
    throw new Error(ts.formatDiagnostics(problems, host));
  return new Map([...emitted].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A program of declarations alone, for asking what refers to what. */
export function readDeclarations(emitted: ReadonlyMap<string, string>) {
  const declarations = new Map(
    [...emitted].filter(([name]) => name.endsWith('.d.ts')),
  );
  const settings: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noLib: true,
  };
  const host = hostOf(declarations, settings);
  return ts.createProgram(rootsOf(declarations), settings, host);
}

export function pathOf(name: string): string {
  return join(folder, name);
}

function rootsOf(files: ReadonlyMap<string, string>): string[] {
  return [...files.keys()].map(pathOf);
}

function hostOf(
  files: ReadonlyMap<string, string>,
  settings: ts.CompilerOptions,
): ts.CompilerHost {
  const host = ts.createCompilerHost(settings);
  const textOf = (path: string) => files.get(path.slice(folder.length + 1));
  const isOwn = (path: string) => path.startsWith(`${folder}/`);
  return {
    ...host,
    getCurrentDirectory: () => folder,
    directoryExists: (path) =>
      path === folder || (host.directoryExists?.(path) ?? true),
    fileExists: (path) =>
      isOwn(path) ? textOf(path) !== undefined : host.fileExists(path),
    readFile: (path) => (isOwn(path) ? textOf(path) : host.readFile(path)),
    getSourceFile: (path, version) => {
      const text = isOwn(path) ? textOf(path) : host.readFile(path);
      return text === undefined
        ? undefined
        : ts.createSourceFile(path, text, version, true);
    },
  };
}
