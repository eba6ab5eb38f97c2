import { SCRIPT_PREFIX, withScriptNames } from './scripts.ts';

export interface Frame {
  path: string;
  line: number;
  /** One-based, in the transpiled code. */
  column: number;
  functionName: string;
}

const NAME_LENGTH = 300;
const LOCATION = new RegExp(
  `${SCRIPT_PREFIX}(/[^\\s:()]+):(\\d{1,9})(?::(\\d{1,9}))?`,
);

/**
 * The frames of a stack trace that lie in the reader's files, innermost
 * first. Reads the formats of V8 (`at f (url:1:2)`), SpiderMonkey and
 * JavaScriptCore (`f@url:1:2`); frames of the runtime are dropped. A program
 * may have replaced the trace by anything.
 */
export function readerFrames(stack: unknown): Frame[] {
  const frames: Frame[] = [];
  if (typeof stack !== 'string') {
    return frames;
  }
  for (const line of withScriptNames(stack).split('\n')) {
    const location = LOCATION.exec(line);
    if (location === null) {
      continue;
    }
    const [, path = '', row, column] = location;
    frames.push({
      path: path.slice(0, NAME_LENGTH),
      line: Number(row),
      column: Number(column ?? 1),
      functionName: functionNameOf(line),
    });
  }
  return frames;
}

function functionNameOf(line: string): string {
  const match =
    /^\s*at (?:async )?(?:new )?([^\s(]+) \(/.exec(line) ??
    /^(?:async\*)?([^@/]*)@/.exec(line);
  const name = match?.[1] ?? '';
  return name === 'eval' ? '' : name.slice(0, NAME_LENGTH);
}
