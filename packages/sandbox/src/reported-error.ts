import { clip, inspect } from './inspect.ts';
import {
  MissingExportError,
  MissingModuleError,
  ModuleSyntaxError,
} from './loader.ts';
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
    const name = clip(String(thrown.name), 100);
    const message = clip(String(thrown.message), 2_000);
    if (thrown instanceof ModuleSyntaxError) {
      const { path, place } = thrown;
      return place === null
        ? { kind: 'syntax', name, message: `${message} (${path})`, frames: [] }
        : {
            kind: 'syntax',
            name,
            message,
            frames: [{ path, ...place, functionName: '' }],
          };
    }
    const isMissing = thrown instanceof MissingExportError;
    return {
      kind: isMissing || thrown instanceof MissingModuleError ? 'module' : kind,
      name,
      message,
      frames: readerFrames(thrown.stack).slice(0, 10),
      ...(isMissing ? { missingExport: thrown.missing } : {}),
    };
  } catch {
    return { kind, name: 'Error', message: '[cannot be shown]', frames: [] };
  }
}
