import { limits } from './limits.ts';

const MAX_DEPTH = 41;

/**
 * A copy of what a figure holds: numbers, texts, truth values, lists and plain
 * objects, up to the cells of a whole run. Sizes are looked at before what
 * they are the size of.
 *
 * @throws TypeError on anything else
 */
export function plainData(value: unknown): Record<string, unknown> {
  let room: number = limits.plotCells;

  function spend(cells: number): void {
    room -= cells;
    if (room < 0) {
      throw new TypeError('too many cells');
    }
  }

  function copy(item: unknown, depth: number): unknown {
    if (typeof item === 'string') {
      spend(1 + item.length);
      return item;
    }
    spend(1);
    if (typeof item !== 'object' || item === null) {
      if (typeof item === 'symbol' || typeof item === 'function') {
        throw new TypeError('not data');
      }
      return item;
    }
    if (depth >= MAX_DEPTH) {
      throw new TypeError('nested too deep');
    }
    if (Array.isArray(item)) {
      if (item.length > room) {
        throw new TypeError('too long');
      }
      return Array.from(item as unknown[], (each) => copy(each, depth + 1));
    }
    return copyObject(item, depth);
  }

  function copyObject(item: object, depth: number): Record<string, unknown> {
    const prototype: unknown = Object.getPrototypeOf(item);
    if (prototype !== Object.prototype && prototype !== null) {
      throw new TypeError('not a plain object');
    }
    return Object.fromEntries(
      Object.entries(item).map(([key, each]) => {
        spend(key.length);
        return [key, copy(each, depth + 1)];
      }),
    );
  }

  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError('not an object');
  }
  return copy(value, 0) as Record<string, unknown>;
}

/** What the data of a figure counts for, in the unit of `limits.plotCells`. */
export function cellsOf(value: unknown): number {
  if (typeof value === 'string') {
    return 1 + value.length;
  }
  if (typeof value !== 'object' || value === null) {
    return 1;
  }
  let cells = 1;
  for (const [key, item] of Object.entries(value)) {
    cells += cellsOf(item) + (Array.isArray(value) ? 0 : key.length);
  }
  return cells;
}
