import { describe, expect, it } from 'vitest';
import {
  createLabStorage,
  editOf,
  emptyLab,
  parseSaved,
  type SavedLab,
  type StorageTrouble,
} from './lab-storage';

/** A Storage in memory that can be made to refuse. */
function memory(refuse?: 'read' | 'write') {
  const items = new Map<string, string>();
  const storage = {
    getItem(key: string) {
      if (refuse === 'read') {
        throw new DOMException('no', 'SecurityError');
      }
      return items.get(key) ?? null;
    },
    setItem(key: string, value: string) {
      if (refuse === 'write') {
        throw new DOMException('full', 'QuotaExceededError');
      }
      items.set(key, value);
    },
    removeItem: (key: string) => items.delete(key),
  } as unknown as Storage;
  return { items, storage };
}

function edited(code: string): SavedLab {
  const lab = emptyLab();
  lab.edits.solution['/main.ts'] = editOf(code, 'original');
  return lab;
}

describe('createLabStorage', () => {
  it('loads what another visit saved', () => {
    const { storage } = memory();
    const troubles: StorageTrouble[] = [];
    const first = createLabStorage(
      'x',
      () => storage,
      (t) => troubles.push(t),
    );
    first.load();
    expect(first.save(edited('mine'))).toBe(true);
    const second = createLabStorage(
      'x',
      () => storage,
      (t) => troubles.push(t),
    );
    expect(second.load()).toEqual(edited('mine'));
    expect(troubles).toEqual([]);
  });

  it('keeps labs apart', () => {
    const { storage } = memory();
    const ignore = () => {};
    const one = createLabStorage('one', () => storage, ignore);
    one.load();
    one.save(edited('mine'));
    const two = createLabStorage('two', () => storage, ignore);
    expect(two.load()).toEqual(emptyLab());
  });

  it('does not overwrite what another tab saved meanwhile', () => {
    const { storage } = memory();
    const ignore = () => {};
    const here = createLabStorage('x', () => storage, ignore);
    const there = createLabStorage('x', () => storage, ignore);
    here.load();
    there.load();
    expect(there.save(edited('theirs'))).toBe(true);
    expect(here.hasForeignChange()).toBe(true);
    expect(here.save(edited('mine'))).toBe(false);
    expect(there.load()).toEqual(edited('theirs'));
    here.overwrite(edited('mine'));
    expect(there.load()).toEqual(edited('mine'));
  });

  it('reports a full storage and goes on', () => {
    const { storage } = memory('write');
    const troubles: StorageTrouble[] = [];
    const lab = createLabStorage(
      'x',
      () => storage,
      (t) => troubles.push(t),
    );
    lab.load();
    lab.save(edited('mine'));
    expect(troubles).toEqual(['full']);
  });

  it('reports a storage that may not be read', () => {
    const { storage } = memory('read');
    const troubles: StorageTrouble[] = [];
    const lab = createLabStorage(
      'x',
      () => storage,
      (t) => troubles.push(t),
    );
    expect(lab.load()).toEqual(emptyLab());
    expect(troubles).toEqual(['blocked']);
  });

  it('reports a browser that denies even the storage object', () => {
    const troubles: StorageTrouble[] = [];
    const denied = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    const lab = createLabStorage('x', denied, (t) => troubles.push(t));
    expect(lab.load()).toEqual(emptyLab());
    expect(troubles).toContain('blocked');
  });

  it('puts unreadable content aside instead of losing it', () => {
    const { storage, items } = memory();
    items.set('guide.lab.x', '{"half":');
    const troubles: StorageTrouble[] = [];
    const lab = createLabStorage(
      'x',
      () => storage,
      (t) => troubles.push(t),
    );
    expect(lab.load()).toEqual(emptyLab());
    expect(troubles).toEqual(['corrupt']);
    expect(items.get('guide.lab.x.unreadable')).toBe('{"half":');
    expect(lab.save(edited('new'))).toBe(true);
  });
});

describe('parseSaved', () => {
  const good = { version: 1, revision: 'r', ...edited('mine') };

  it('accepts what save writes', () => {
    expect(parseSaved(JSON.stringify(good))).toEqual({
      revision: 'r',
      lab: edited('mine'),
    });
  });

  it.each([
    ['another version', { ...good, version: 2 }],
    ['no revision', { ...good, revision: undefined }],
    ['no edits', { ...good, edits: null }],
    ['one edition missing', { ...good, edits: { solution: {} } }],
    [
      'an edit without base',
      { ...good, edits: { solution: { a: { code: '' } }, exercise: {} } },
    ],
    [
      'an edit that is no text',
      {
        ...good,
        edits: { solution: { a: { code: 1, base: '' } }, exercise: {} },
      },
    ],
    ['an unknown edition', { ...good, edition: 'other' }],
    ['solved that is no boolean', { ...good, solved: 'yes' }],
    ['a list', []],
    ['null', null],
  ])('refuses %s', (_, value) => {
    expect(parseSaved(JSON.stringify(value))).toBeNull();
  });
});
