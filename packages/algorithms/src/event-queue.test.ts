import { describe, expect, it } from 'vitest';
import { createEventQueue } from './event-queue.ts';
import { createRandom } from './random.ts';

function drain<Item>(queue: ReturnType<typeof createEventQueue<Item>>) {
  const items: Item[] = [];
  for (let next = queue.next(); next !== null; next = queue.next()) {
    items.push(next.item);
  }
  return items;
}

describe('createEventQueue', () => {
  it('gives items by time, and equal times in the order of adding', () => {
    const random = createRandom(3);
    const queue = createEventQueue<{ time: number; index: number }>();
    const items = Array.from({ length: 500 }, (_, index) => {
      const time = Math.floor(random() * 40);
      return { time, index };
    });
    for (const item of items) queue.add(item.time, item);
    // Sorting in JavaScript is stable.
    expect(drain(queue)).toEqual(items.toSorted((a, b) => a.time - b.time));
  });

  it('takes new items while it is being emptied', () => {
    const queue = createEventQueue<string>();
    queue.add(5, 'b');
    queue.add(1, 'a');
    expect(queue.next()).toEqual({ time: 1, item: 'a' });
    queue.add(3, 'c');
    expect(drain(queue)).toEqual(['c', 'b']);
    expect(queue.next()).toBe(null);
  });

  it('refuses a time that is not a number', () => {
    expect(() => createEventQueue().add(Number.NaN, 1)).toThrow(
      'time must be a finite number of at least 0; got NaN',
    );
  });
});
