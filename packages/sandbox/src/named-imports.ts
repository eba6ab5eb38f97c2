import type { MissingExport } from './messages.ts';

/** More names than these help nobody. */
const NAMES_SHOWN = 20;
const NAME_LENGTH = 100;

/**
 * The names that transpiled code uses of each module it imports. `import *`
 * uses none: asking such an object for anything is no error.
 */
export function importedNames(code: string): Map<string, Set<string>> {
  const specifiers = new Map<string, string>();
  for (const [, variable, , specifier] of code.matchAll(
    /\bvar (_\w+) = require\((['"])([^'"\n]+)\2\)/g,
  )) {
    specifiers.set(variable as string, specifier as string);
  }
  for (const [, variable, from] of code.matchAll(
    /\bvar (_\w+) = _interopRequireDefault\((_\w+)\)/g,
  )) {
    const specifier = specifiers.get(from as string);
    if (specifier !== undefined) {
      specifiers.set(variable as string, specifier);
    }
  }
  const names = new Map<string, Set<string>>();
  // What is only handed on may be a type, which leaves nothing to export.
  for (const [, variable, name] of code.matchAll(
    /(?<!\bexports\.[\w$]+ = )(?<![\w$.])(_\w+)\.([\w$]+)/g,
  )) {
    const specifier = specifiers.get(variable as string);
    if (specifier !== undefined) {
      const known = names.get(specifier) ?? new Set();
      names.set(specifier, known.add(name as string));
    }
  }
  return names;
}

/**
 * The first of the names that a module does not have.
 *
 * @param code of the module: an export without a value yet is only seen there
 */
export function missingExport(
  module: string,
  names: Iterable<string>,
  exports: unknown,
  code: string,
): MissingExport | null {
  if (typeof exports !== 'object' || exports === null) {
    return null;
  }
  // A module that is only a value is its own default.
  const hasDefault = !('__esModule' in exports);
  for (const name of names) {
    if (name in exports || (name === 'default' && hasDefault)) {
      continue;
    }
    if (!new RegExp(`\\bexports\\.${escaped(name)}(?![\\w$])`).test(code)) {
      const exported = bySimilarity(Object.keys(exports), name);
      const isNear = exported[0] !== undefined && areNear(exported[0], name);
      return { module, name: name.slice(0, NAME_LENGTH), exported, isNear };
    }
  }
  return null;
}

const escaped = (name: string) => name.replaceAll('$', '\\$');

function bySimilarity(names: readonly string[], wanted: string): string[] {
  return names
    .filter((name) => name.length <= NAME_LENGTH)
    .map((name) => ({ name, changes: changesBetween(name, wanted) }))
    .sort((a, b) => a.changes - b.changes)
    .slice(0, NAMES_SHOWN)
    .map(({ name }) => name);
}

/** Another case, or a letter or two: fewer than a third of them. */
function areNear(a: string, b: string): boolean {
  const changes = changesBetween(a.toLowerCase(), b.toLowerCase());
  return changes <= 2 && changes * 3 <= Math.max(a.length, b.length);
}

/** How many letters must be put in, left out or exchanged (Levenshtein). */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (row[j - 1] as number) + (letter === b[j - 1] ? 0 : 1);
      const shorter = Math.min(row[j] as number, next[j - 1] as number);
      next.push(Math.min(kept, shorter + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
