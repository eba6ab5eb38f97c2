const EXTENSIONS = ['', '.ts', '.js', '.json', '/index.ts'];

/**
 * Where an import leads: the path of a file, or null. Relative specifiers
 * start at the importing file; bare ones are looked up below
 * `/node_modules/`. A path cannot climb above the root.
 */
export function resolveImport(
  specifier: string,
  importer: string,
  has: (path: string) => boolean,
): string | null {
  const base = isRelative(specifier)
    ? joinPath(directoryOf(importer), specifier)
    : specifier.startsWith('/')
      ? joinPath('/', specifier)
      : joinPath('/node_modules', specifier);
  for (const extension of EXTENSIONS) {
    const path = base === '/' ? extension : base + extension;
    if (has(path)) {
      return path;
    }
  }
  return null;
}

export function isRelative(specifier: string): boolean {
  return /^\.{1,2}(\/|$)/.test(specifier);
}

/** The specifiers that transpiled CommonJS code asks for. */
export function requiredSpecifiers(code: string): string[] {
  const found = new Set<string>();
  for (const match of code.matchAll(/\brequire\((['"])([^'"\n]+)\1\)/g)) {
    found.add(match[2] as string);
  }
  return [...found];
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}

function joinPath(directory: string, relative: string): string {
  const parts = directory.split('/').filter(Boolean);
  for (const part of relative.split('/')) {
    if (part === '..') {
      parts.pop();
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return `/${parts.join('/')}`;
}
