import { at } from './lists.ts';
import { checkNotNegative } from './validate.ts';

export interface EventQueue<Item> {
  /** Adds an item that is due at a time of at least 0. */
  add: (time: number, item: Item) => void;
  /** Removes and returns the earliest item; null if there is none. */
  next: () => { time: number; item: Item } | null;
}

/**
 * The agenda of an event-driven simulation: items come out by time, and items
 * of the same time in the order in which they went in, so that a run can be
 * repeated. Both operations take O(log n).
 *
 * Method: binary heap. J. W. J. Williams, "Algorithm 232: Heapsort",
 * Communications of the ACM 7 (1964), pp. 347–348.
 */
export function createEventQueue<Item>(): EventQueue<Item> {
  const heap: { time: number; order: number; item: Item }[] = [];
  let order = 0;

  function isBefore(a: number, b: number): boolean {
    const left = at(heap, a);
    const right = at(heap, b);
    return left.time === right.time
      ? left.order < right.order
      : left.time < right.time;
  }

  function swap(a: number, b: number): void {
    const kept = at(heap, a);
    heap[a] = at(heap, b);
    heap[b] = kept;
  }

  function rise(index: number): void {
    const parent = (index - 1) >> 1;
    if (index === 0 || !isBefore(index, parent)) return;
    swap(index, parent);
    rise(parent);
  }

  function sink(index: number): void {
    let first = index;
    for (const child of [2 * index + 1, 2 * index + 2]) {
      if (child < heap.length && isBefore(child, first)) first = child;
    }
    if (first === index) return;
    swap(index, first);
    sink(first);
  }

  return {
    add(time, item) {
      checkNotNegative('time', time);
      heap.push({ time, order: order++, item });
      rise(heap.length - 1);
    },
    next() {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined) return null;
      if (heap.length > 0) {
        heap[0] = last;
        sink(0);
      }
      return { time: first.time, item: first.item };
    },
  };
}
