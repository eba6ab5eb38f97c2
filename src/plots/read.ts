/** Reads a value found at a place, or fails with a sentence that names it. */
export type Reader<T> = (value: unknown, at: string) => T;

const longestText = 200;

export function fail(at: string, expected: string, value: unknown): never {
  throw new TypeError(`${at} must be ${expected}, got ${shown(value)}.`);
}

function shown(value: unknown): string {
  if (isList(value)) return `${value.length} entries`;
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}

type ListLike = ArrayLike<unknown>;

function isList(value: unknown): value is ListLike {
  if (Array.isArray(value)) return true;
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** Own properties only: what a prototype adds is not data. */
export function record(value: unknown, at: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !isList(value)) {
    return Object.assign(Object.create(null), value);
  }
  return fail(at, 'an object', value);
}

/** The property if it is there: for spreading into the copy. */
export function optional<K extends string, T>(
  key: K,
  data: Record<string, unknown>,
  at: string,
  read: Reader<T>,
): { [P in K]?: T } {
  const value = data[key];
  if (value === undefined) return {};
  return { [key]: read(value, `${at}.${key}`) } as { [P in K]?: T };
}

/** An array or typed array, copied; holes come out as `undefined`. */
export function array(value: unknown, at: string, most: number): unknown[] {
  if (!isList(value)) return fail(at, 'an array', value);
  if (value.length > most) {
    return fail(at, `an array of at most ${most} entries`, value);
  }
  return Array.from(value);
}

export function list<T>(
  value: unknown,
  at: string,
  most: number,
  read: Reader<T>,
): T[] {
  return array(value, at, most).map((item, i) => read(item, `${at}[${i}]`));
}

function number(value: unknown, at: string): number {
  return typeof value === 'number' ? value : fail(at, 'a number', value);
}

/** Numbers, NaN and infinite ones included; `length` of `what` if given. */
export function numbers(
  value: unknown,
  at: string,
  most: number,
  length?: number,
  what = '',
): number[] {
  const found = list(value, at, most, number);
  if (length === undefined || found.length === length) return found;
  return fail(at, `as long as ${what} (${length})`, value);
}

export function wholes(
  value: unknown,
  at: string,
  most: number,
  largest: number,
): number[] {
  return list(value, at, most, (item, where) => {
    const found = number(item, where);
    if (Number.isInteger(found) && found >= 0 && found <= largest) return found;
    return fail(where, `a whole number from 0 to ${largest}`, item);
  });
}

export function text(value: unknown, at: string): string {
  if (typeof value !== 'string') return fail(at, 'a text', value);
  if (value.length <= longestText) return value;
  return fail(at, `at most ${longestText} characters long`, value.length);
}

export function texts(value: unknown, at: string, most: number): string[] {
  return list(value, at, most, text);
}

export function truth(value: unknown, at: string): boolean {
  return typeof value === 'boolean' ? value : fail(at, 'true or false', value);
}

/**
 * A copy of an object of any shape: numbers, texts, truth values, null, lists
 * and objects of these, `most` in all. What is undefined is left out.
 */
export function plain(
  value: unknown,
  at: string,
  most: number,
  deepest: number,
): object {
  let free = most;
  const copy = (item: unknown, where: string, depth: number): unknown => {
    free -= 1;
    if (free < 0) fail(at, `made of at most ${most} values`, 'more');
    if (depth > deepest) fail(at, `at most ${deepest} levels deep`, 'more');
    if (typeof item === 'string') return text(item, where);
    if (typeof item === 'number' || typeof item === 'boolean') return item;
    if (item === null) return item;
    if (isList(item)) {
      return array(item, where, free).map((each, i) =>
        copy(each, `${where}[${i}]`, depth + 1),
      );
    }
    return typeof item === 'object'
      ? copyObject(item, where, depth)
      : fail(where, 'plain data', item);
  };
  const copyObject = (item: object, where: string, depth: number): object =>
    Object.fromEntries(
      Object.entries(item)
        .filter(([, each]) => each !== undefined)
        .map(([key, each]) => {
          const name = text(key, `a name in ${where}`);
          return [name, copy(each, `${where}.${name}`, depth + 1)];
        }),
    );
  return copyObject(record(value, at), at, 0);
}

/** Points in the plane; coordinates after the second are dropped. */
export function points(
  value: unknown,
  at: string,
  most: number,
): [number, number][] {
  return list(value, at, most, (item, where) => {
    if (!isList(item) || item.length < 2) {
      return fail(where, 'a point such as [x, y]', item);
    }
    return [number(item[0], `${where}[0]`), number(item[1], `${where}[1]`)];
  });
}

/** Two finite numbers, the smaller one first. */
export function range(value: unknown, at: string): [number, number] {
  const [low, high, ...more] = numbers(value, at, 2);
  const isRange =
    Number.isFinite(low) && Number.isFinite(high) && more.length === 0;
  if (isRange && low !== undefined && high !== undefined && low <= high) {
    return [low, high];
  }
  return fail(at, 'two finite numbers [smallest, largest]', value);
}
