import type { Files } from './compile.ts';
import { limits } from './limits.ts';

/** What the embedding page asks of the host. */
export type PageRequest =
  | { type: 'compile'; files: Files }
  /** Changed files, which wait for a run to be asked for. */
  | { type: 'files'; files: Files }
  | { type: 'run' }
  /** Without paths: every test file. */
  | { type: 'run-tests'; paths?: string[] }
  | { type: 'stop' };

/** The channel that a page registers, or null. */
export function parseRegistration(value: unknown): number | null {
  const { type, id } = fieldsOf(value);
  return type === 'register-frame' && Number.isSafeInteger(id)
    ? (id as number)
    : null;
}

/** A message of that channel; null for what asks for nothing we know. */
export function parsePageRequest(
  value: unknown,
  channel: number | null,
): PageRequest | null {
  const fields = fieldsOf(value);
  const { type } = fields;
  if (
    channel === null ||
    fields['codesandbox'] !== true ||
    fields['$id'] !== channel
  ) {
    return null;
  }
  switch (type) {
    case 'compile':
    case 'files':
      return { type, files: filesOf(fields['modules']) };
    case 'run':
    case 'stop':
      return { type };
    case 'run-all-tests':
      return { type: 'run-tests' };
    case 'run-tests':
      return { type, paths: pathsOf(fields) };
    default:
      return null;
  }
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)
    : {};
}

/** Sandpack names one file; the guide's playground may name several. */
function pathsOf({ path, paths }: Record<string, unknown>): string[] {
  const named = Array.isArray(paths) ? paths : [path];
  return named
    .filter((item): item is string => typeof item === 'string')
    .slice(0, limits.sourceFiles);
}

function filesOf(modules: unknown): Files {
  const found: [string, string][] = [];
  const entries = Object.entries(fieldsOf(modules));
  for (const [path, module] of entries.slice(0, limits.sourceFiles)) {
    const { code } = fieldsOf(module);
    if (typeof code === 'string' && code.length <= limits.sourceCharacters) {
      found.push([path, code]);
    }
  }
  return Object.fromEntries(found);
}
