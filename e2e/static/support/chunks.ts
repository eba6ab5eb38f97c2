import { gzipSync } from 'node:zlib';
import { init, parse } from 'es-module-lexer';
import { builtFiles, readBuilt } from './files.ts';
import { referencesOf, targetOf } from './links.ts';
import type { BuiltPage } from './site.ts';

await init;

export interface Imports {
  fixed: string[];
  dynamic: string[];
}

/** The modules that a built script imports, as paths in `dist/`. */
export function importsOfScript(code: string, path: string): Imports {
  const [imports] = parse(code);
  // A computed specifier has no name.
  const of = (isDynamic: boolean) =>
    imports.flatMap(({ n, d }) =>
      n !== undefined && d >= -1 && d > -1 === isDynamic
        ? [new URL(n, `file:///${path}`).pathname.slice(1)]
        : [],
    );
  return { fixed: of(false), dynamic: of(true) };
}

const graph = new Map(
  builtFiles('_astro/**/*.js').map((path) => [
    path,
    importsOfScript(readBuilt(path).toString('utf8'), path),
  ]),
);

/**
 * The given scripts and what they import at once. With `follows`, also what
 * they import later, where it says yes to the chunk's path.
 */
export function closure(
  roots: string[],
  follows: (path: string) => boolean = () => false,
): string[] {
  const found = new Set(roots);
  for (const path of found) {
    const { fixed = [], dynamic = [] } = graph.get(path) ?? {};
    for (const next of [...fixed, ...dynamic.filter(follows)]) {
      found.add(next);
    }
  }
  return [...found].sort();
}

/** Paths in `dist/` of the style sheets and scripts that a page names. */
export function assetsOf(page: BuiltPage): { css: string[]; js: string[] } {
  const of = (...places: string[]) => [
    ...new Set(
      referencesOf(page)
        .filter(({ place }) => places.includes(place))
        .map(({ url }) => targetOf(url, page.path)?.path.slice(1) ?? url),
    ),
  ];
  return {
    css: of('link[rel=stylesheet]'),
    js: of('script[src]', 'link[rel=modulepreload]'),
  };
}

/** The scripts that an island of the page is started with. */
export function islandScripts(page: BuiltPage): string[] {
  return referencesOf(page)
    .filter(({ place }) => place.startsWith('astro-island['))
    .map(({ url }) => targetOf(url, page.path)?.path.slice(1) ?? url);
}

export function gzipBytes(content: Buffer | string): number {
  return gzipSync(content).length;
}

export function gzipBytesOf(paths: string[]): number {
  return paths.reduce((sum, path) => sum + gzipBytes(readBuilt(path)), 0);
}

/** React and react-dom leave their element tag in every build of them. */
export function isReact(code: string): boolean {
  return /Symbol\.for\([`"']react\.(?:transitional\.)?element[`"']\)/.test(
    code,
  );
}
