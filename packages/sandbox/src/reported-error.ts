import { clip, inspect } from './inspect.ts';
import { MissingModuleError, ModuleSyntaxError } from './loader.ts';
import type { ReportedError } from './messages.ts';
import { readerFrames } from './stack.ts';

/** Anything that was thrown, as data. Never throws itself. */
export function reportedError(
  thrown: unknown,
  kind: ReportedError['kind'] = 'runtime',
): ReportedError {
  try {
    if (!(thrown instanceof Error)) {
      return {
        kind,
        name: 'Uncaught',
        message: clip(
          typeof thrown === 'string' && thrown !== ''
            ? thrown
            : inspect(thrown),
          2_000,
        ),
        frames: [],
      };
    }
    const isSyntax = thrown instanceof ModuleSyntaxError;
    return {
      kind: isSyntax
        ? 'syntax'
        : thrown instanceof MissingModuleError
          ? 'module'
          : kind,
      name: clip(String(thrown.name), 100),
      message: clip(String(thrown.message), 2_000),
      frames: isSyntax ? [] : readerFrames(thrown.stack).slice(0, 10),
    };
  } catch {
    return { kind, name: 'Error', message: '[cannot be shown]', frames: [] };
  }
}
