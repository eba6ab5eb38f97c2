import { describe, expect, it } from 'vitest';
import { STUDY_KEY } from './study-key';
import { addReview, emptyLog } from './study-log';
import { createStudyStorage } from './study-storage';

function fakeStorage(capacity = 1e6) {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > capacity) {
        throw new DOMException('full', 'QuotaExceededError');
      }
      items.set(key, value);
    },
    removeItem: (key: string) => {
      items.delete(key);
    },
  } as unknown as Storage & { items: Map<string, string> };
}
const review = { card: 'a', at: 1, rating: 3 } as const;

describe('the stored study log', () => {
  it('is there again on the next visit', () => {
    const storage = fakeStorage();
    createStudyStorage(() => storage, expect.unreachable).change((log) =>
      addReview(log, review),
    );
    const next = createStudyStorage(() => storage, expect.unreachable);
    expect(next.load().reviews).toEqual([review]);
  });

  it('takes in what another tab has written meanwhile', () => {
    const storage = fakeStorage();
    const here = createStudyStorage(() => storage, expect.unreachable);
    const there = createStudyStorage(() => storage, expect.unreachable);
    here.load();
    there.change((log) => addReview(log, { ...review, card: 'b' }));
    here.change((log) => addReview(log, review));
    expect(there.load().reviews).toHaveLength(2);
  });

  it('puts an unreadable record aside, unchanged, and begins anew', () => {
    const storage = fakeStorage();
    storage.setItem(STUDY_KEY, '{"version":9}');
    const troubles: string[] = [];
    const study = createStudyStorage(
      () => storage,
      (trouble) => troubles.push(trouble),
    );
    expect(study.load()).toEqual(emptyLog);
    expect(storage.items.get(`${STUDY_KEY}.unreadable`)).toBe('{"version":9}');
    expect(troubles).toEqual(['corrupt']);
  });

  it('goes on in memory when the storage is full', () => {
    const storage = fakeStorage(10);
    const troubles: string[] = [];
    const study = createStudyStorage(
      () => storage,
      (trouble) => troubles.push(trouble),
    );
    study.change((log) => addReview(log, review));
    expect(study.load().reviews).toEqual([review]);
    expect(troubles).toEqual(['full']);
  });

  it('goes on in memory when the storage is blocked', () => {
    const troubles: string[] = [];
    const study = createStudyStorage(
      () => {
        throw new DOMException('no', 'SecurityError');
      },
      (trouble) => troubles.push(trouble),
    );
    study.change((log) => addReview(log, review));
    expect(study.load().reviews).toEqual([review]);
    expect(new Set(troubles)).toEqual(new Set(['blocked']));
  });
});
