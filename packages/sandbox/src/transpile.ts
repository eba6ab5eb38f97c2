import { transform } from 'sucrase';

export interface SyntaxProblem {
  path: string;
  message: string;
  line: number;
  /** One-based. */
  column: number;
}

export type Transpiled =
  | { ok: true; code: string }
  | { ok: false; problem: SyntaxProblem };

const cache = new Map<string, Transpiled>();
const CACHE_SIZE = 200;

/**
 * TypeScript to CommonJS, line for line: line n of the output comes from line
 * n of the source. Types are removed, never checked. Results are cached by
 * content.
 */
export function transpile(path: string, source: string): Transpiled {
  const key = `${path}\n${source}`;
  const known = cache.get(key);
  if (known !== undefined) {
    return known;
  }
  const result = transpileUncached(path, source);
  if (cache.size >= CACHE_SIZE) {
    cache.clear();
  }
  cache.set(key, result);
  return result;
}

function transpileUncached(path: string, source: string): Transpiled {
  try {
    if (path.endsWith('.json')) {
      JSON.parse(source);
      return { ok: true, code: `module.exports = ${source};` };
    }
    const { code } = transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
    });
    return { ok: true, code };
  } catch (error) {
    return { ok: false, problem: syntaxProblem(path, error) };
  }
}

/** Where Sucrase, and most engines for JSON, say that the error is. */
const POSITION =
  /\s*\(?(?:at )?(?:line )?(\d+)(?::| column )(\d+)(?: of the JSON data)?\)?$/;

function syntaxProblem(path: string, error: unknown): SyntaxProblem {
  const text = error instanceof Error ? error.message : String(error);
  const position = POSITION.exec(text);
  return {
    path,
    message: text
      .replace(/^Error transforming [^:]*: /, '')
      .replace(POSITION, ''),
    line: position ? Number(position[1]) : 1,
    column: position ? Number(position[2]) : 1,
  };
}
