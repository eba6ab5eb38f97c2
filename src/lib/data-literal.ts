/**
 * Reads and writes array literals of numbers in a program's text, such as
 * `const points = [[1, 2], [3, 4]];`, and numbers such as `const k = 2;`.
 * The data of a lab stays where the reader can see it: in the code.
 */
export type NumberTable = readonly (readonly number[])[];

interface Span {
  start: number;
  end: number;
}

/** The rows of a literal; null if it is not there or not made of numbers. */
export function readTable(code: string, name: string): NumberTable | null {
  const value = readValue(code, name);
  return Array.isArray(value) && value.every(isRow) ? value : null;
}

export function readNumbers(
  code: string,
  name: string,
): readonly number[] | null {
  const value = readValue(code, name);
  return isRow(value) ? value : null;
}

/** The program with other rows; null if it has no such literal. */
export function writeTable(
  code: string,
  name: string,
  rows: NumberTable,
): string | null {
  const lines = rows.map((row) => `  [${row.join(', ')}],\n`);
  return writeValue(code, name, `[\n${lines.join('')}]`);
}

export function writeNumbers(
  code: string,
  name: string,
  values: readonly number[],
): string | null {
  return writeValue(code, name, `[${values.join(', ')}]`);
}

export function writeNumber(
  code: string,
  name: string,
  value: number,
): string | null {
  const pattern = new RegExp(`(\\bconst ${name}\\s*=\\s*)-?[\\d.]+(?=\\s*;)`);
  return pattern.test(code) ? code.replace(pattern, `$1${value}`) : null;
}

function writeValue(code: string, name: string, text: string): string | null {
  const span = literalSpan(code, name);
  return span && code.slice(0, span.start) + text + code.slice(span.end);
}

function readValue(code: string, name: string): unknown {
  const span = literalSpan(code, name);
  if (span === null) {
    return null;
  }
  const text = code
    .slice(span.start, span.end)
    .replace(/\/\/[^\n]*/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/,(\s*\])/g, '$1');
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** From the opening bracket to behind the closing one. */
function literalSpan(code: string, name: string): Span | null {
  const head = new RegExp(`\\bconst ${name}(?:\\s*:[^=]+)?\\s*=\\s*(?=\\[)`);
  const match = head.exec(code);
  if (match === null) {
    return null;
  }
  const start = match.index + match[0].length;
  let depth = 0;
  for (let end = start; end < code.length; end += 1) {
    if (code[end] === '[') {
      depth += 1;
    } else if (code[end] === ']') {
      depth -= 1;
      if (depth === 0) {
        return { start, end: end + 1 };
      }
    }
  }
  return null;
}

function isRow(value: unknown): value is number[] {
  return (
    Array.isArray(value) && value.every((item) => typeof item === 'number')
  );
}
