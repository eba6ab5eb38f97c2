import { describe, expect, it } from 'vitest';
import { STUDY_KEY } from './study-key';
import { addReview, emptyLog, removeReview, type StudyLog } from './study-log';
import { createStudyStorage } from './study-storage';

/** Has room for `capacity` characters, which may be changed meanwhile. */
function fakeStorage() {
  const items = new Map<string, string>();
  const storage = {
    items,
    capacity: 1e6,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      const others = [...items].filter(([name]) => name !== key);
      const used = [...others, [key, value]].join('').length;
      if (used > storage.capacity) {
        throw new DOMException('full', 'QuotaExceededError');
      }
      items.set(key, value);
    },
    removeItem: (key: string) => {
      items.delete(key);
    },
  };
  return storage as unknown as Storage & typeof storage;
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

  describe('when the storage is full', () => {
    /** A log with the card `a` in a storage that takes nothing more. */
    function fullStorage() {
      const storage = fakeStorage();
      const troubles: string[] = [];
      const study = createStudyStorage(
        () => storage,
        (trouble) => troubles.push(trouble),
      );
      study.change((log) => addReview(log, review));
      const size = [...storage.items].join('').length;
      storage.capacity = size;
      return { storage, study, troubles, size };
    }
    const cards = (log: StudyLog) => log.reviews.map(({ card }) => card);
    const stored = (storage: Storage) =>
      cards(createStudyStorage(() => storage, expect.unreachable).load());

    it('goes on in memory from the first review', () => {
      const storage = fakeStorage();
      storage.capacity = 10;
      const troubles: string[] = [];
      const study = createStudyStorage(
        () => storage,
        (trouble) => troubles.push(trouble),
      );
      study.change((log) => addReview(log, review));
      expect(study.load().reviews).toEqual([review]);
      expect(troubles).toEqual(['full']);
      expect(study.isStored()).toBe(false);
    });

    it('goes on in memory from what was stored', () => {
      const { storage, study, troubles } = fullStorage();
      expect(study.isStored()).toBe(true);
      study.change((log) => addReview(log, { ...review, card: 'b' }));
      study.change((log) => addReview(log, { ...review, card: 'c' }));
      expect(cards(study.load())).toEqual(['a', 'b', 'c']);
      expect(stored(storage)).toEqual(['a']);
      expect(troubles).toEqual(['full', 'full']);
      expect(study.isStored()).toBe(false);
    });

    it('stores all of it with the first change that fits', () => {
      const { storage, study } = fullStorage();
      study.change((log) => addReview(log, { ...review, card: 'b' }));
      storage.capacity = 1e6;
      study.change((log) => addReview(log, { ...review, card: 'c' }));
      expect(stored(storage)).toEqual(['a', 'b', 'c']);
      expect(study.isStored()).toBe(true);
    });

    it('takes in what another tab changes, and what it takes back', () => {
      const { storage, study, size } = fullStorage();
      study.change((log) => addReview(log, { ...review, card: 'b' }));
      const other = createStudyStorage(() => storage, expect.unreachable);
      other.change((log) => removeReview(log, review));
      other.change((log) => addReview(log, { ...review, card: 'x' }));
      expect([...storage.items].join('')).toHaveLength(size);
      expect(cards(study.load())).toEqual(['b', 'x']);
    });

    it('undoes what was not stored', () => {
      const { study } = fullStorage();
      const unstored = { ...review, card: 'b' };
      study.change((log) => addReview(log, unstored));
      study.change((log) => removeReview(log, unstored));
      expect(cards(study.load())).toEqual(['a']);
      expect(study.isStored()).toBe(true);
    });

    it('leaves an unreadable record in its place until it can be put aside', () => {
      const storage = fakeStorage();
      const text = JSON.stringify({ version: 9, much: 'x'.repeat(200) });
      storage.setItem(STUDY_KEY, text);
      storage.capacity = 300;
      const troubles: string[] = [];
      const study = createStudyStorage(
        () => storage,
        (trouble) => troubles.push(trouble),
      );
      study.change((log) => addReview(log, review));
      study.change((log) => addReview(log, { ...review, card: 'b' }));
      expect([...storage.items]).toEqual([[STUDY_KEY, text]]);
      expect(cards(study.load())).toEqual(['a', 'b']);
      expect(new Set(troubles)).toEqual(new Set(['full']));

      storage.capacity = 1e6;
      study.change((log) => addReview(log, { ...review, card: 'c' }));
      expect(storage.items.get(`${STUDY_KEY}.unreadable`)).toBe(text);
      expect(stored(storage)).toEqual(['a', 'b', 'c']);
      expect(troubles.at(-1)).toBe('corrupt');
    });
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
