export interface InspectOptions {
  depth?: number;
  /** Entries shown of an array, map, set or object. */
  entries?: number;
  /** Characters after which the text is cut. */
  length?: number;
}

/**
 * A value as text, in the manner of a browser console: strings are quoted
 * below the top level, cycles and long collections are marked, getters and
 * proxies that throw are survived.
 */
export function inspect(value: unknown, options: InspectOptions = {}): string {
  const { depth = 4, entries = 100, length = 10_000 } = options;
  const text = show(value, { depth, entries, seen: [], room: length });
  return clip(text, length);
}

/** The same for the arguments of `console.log`: top-level strings as is. */
export function inspectArguments(
  values: readonly unknown[],
  options: InspectOptions = {},
): string {
  const parts: string[] = [];
  for (const value of values) {
    parts.push(typeof value === 'string' ? value : inspect(value, options));
  }
  return clip(parts.join(' '), options.length ?? 10_000);
}

export function clip(text: string, length: number): string {
  return text.length <= length
    ? text
    : `${text.slice(0, length)}… (${text.length - length} more characters)`;
}

interface Context {
  depth: number;
  entries: number;
  seen: readonly unknown[];
  room: number;
}

const LINE_WIDTH = 72;

function show(value: unknown, context: Context): string {
  try {
    return showUnguarded(value, context);
  } catch {
    return '[cannot be shown]';
  }
}

function showUnguarded(value: unknown, context: Context): string {
  if (typeof value === 'string') {
    return JSON.stringify(clip(value, context.room));
  }
  if (typeof value === 'number') {
    return Object.is(value, -0) ? '-0' : String(value);
  }
  if (typeof value === 'bigint') {
    return `${value}n`;
  }
  if (typeof value === 'symbol') {
    return String(value);
  }
  if (typeof value === 'function') {
    const kind = /^class\b/.test(Function.prototype.toString.call(value))
      ? 'class'
      : 'function';
    return `[${kind} ${value.name || '(anonymous)'}]`;
  }
  if (typeof value !== 'object' || value === null) {
    return String(value);
  }
  if (context.seen.includes(value)) {
    return '[circular]';
  }
  if (value instanceof Error) {
    return `${value.name}: ${value.message}`;
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  }
  if (value instanceof RegExp) {
    return String(value);
  }
  if (value instanceof Promise) {
    return 'Promise { … }';
  }
  if (context.depth === 0) {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
  return showCollection(value, {
    ...context,
    depth: context.depth - 1,
    seen: [...context.seen, value],
  });
}

function showCollection(value: object, context: Context): string {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    const items = value as unknown as ArrayLike<unknown>;
    const name = Array.isArray(value)
      ? ''
      : `${value.constructor.name}(${items.length ?? value.byteLength}) `;
    return (
      name +
      bracket('[', items, ']', context, (item, inner) => show(item, inner))
    );
  }
  if (value instanceof Map) {
    return `Map(${value.size}) ${bracket(
      '{',
      [...value],
      '}',
      context,
      ([key, item], inner) => `${show(key, inner)} => ${show(item, inner)}`,
    )}`;
  }
  if (value instanceof Set) {
    return `Set(${value.size}) ${bracket(
      '{',
      [...value],
      '}',
      context,
      (item, inner) => show(item, inner),
    )}`;
  }
  const name = Object.getPrototypeOf(value)?.constructor?.name;
  const prefix = typeof name === 'string' && name !== 'Object' ? name : '';
  const body = bracket(
    '{',
    Object.keys(value),
    '}',
    context,
    (key, inner) => `${showKey(key)}: ${showProperty(value, key, inner)}`,
  );
  return prefix ? `${prefix} ${body}` : body;
}

function showKey(key: string): string {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? key : JSON.stringify(key);
}

function showProperty(owner: object, key: string, context: Context): string {
  try {
    return show((owner as Record<string, unknown>)[key], context);
  } catch {
    return '[getter threw]';
  }
}

function bracket<T>(
  open: string,
  items: ArrayLike<T>,
  close: string,
  context: Context,
  showItem: (item: T, context: Context) => string,
): string {
  if (!items.length) {
    return open + close;
  }
  const parts: string[] = [];
  let room = context.room;
  const shown = Math.min(items.length, context.entries);
  let index = 0;
  for (; index < shown && room > 0; index += 1) {
    const part = showItem(items[index] as T, { ...context, room });
    parts.push(part);
    room -= part.length;
  }
  if (index < items.length) {
    parts.push(`… ${items.length - index} more`);
  }
  const pad = open === '{' ? ' ' : '';
  const line = `${open}${pad}${parts.join(', ')}${pad}${close}`;
  if (line.length <= LINE_WIDTH && !line.includes('\n')) {
    return line;
  }
  const body = parts.join(',\n').replace(/^/gm, '  ');
  return `${open}\n${body}\n${close}`;
}
