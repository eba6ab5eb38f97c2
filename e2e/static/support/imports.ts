import ts from 'typescript';
import { parseMdx } from './mdx.ts';

/** The specifiers that a source file imports, in order, types included. */
export function importsOf(path: string, text: string): string[] {
  return scriptsOf(path, text).flatMap((script) =>
    ts
      .preProcessFile(script, true, true)
      .importedFiles.map(({ fileName }) => fileName),
  );
}

function scriptsOf(path: string, text: string): string[] {
  if (path.endsWith('.mdx')) {
    return parseMdx(text).moduleCode;
  }
  if (path.endsWith('.astro')) {
    const fence = /^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? '';
    const scripts = text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g);
    return [fence, ...[...scripts].map(([, code = '']) => code)];
  }
  return [text];
}
