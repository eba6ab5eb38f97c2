import { describe, expect, it } from 'vitest';
import {
  bringBack,
  createLabStorage,
  editOf,
  emptyLab,
  parseSaved,
  replaceVersion,
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
    const troubles: (StorageTrouble | null)[] = [];
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
    expect(troubles).toEqual([null]);
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
    const troubles: (StorageTrouble | null)[] = [];
    const lab = createLabStorage(
      'x',
      () => storage,
      (t) => troubles.push(t),
    );
    lab.load();
    lab.save(edited('mine'));
    expect(troubles).toEqual(['full']);
  });

  it('says so when something can be stored again', () => {
    const { storage, items } = memory();
    const troubles: (StorageTrouble | null)[] = [];
    const lab = createLabStorage(
      'x',
      () => (troubles.length === 0 ? memory('write').storage : storage),
      (t) => troubles.push(t),
    );
    lab.load();
    lab.save(edited('mine'));
    lab.save(edited('mine'));
    expect(troubles).toEqual(['full', null]);
    expect(items.get('guide.lab.x')).toContain('mine');
  });

  it('takes a storage that closed meanwhile for no other tab', () => {
    const { storage } = memory();
    const troubles: (StorageTrouble | null)[] = [];
    let open = storage;
    const lab = createLabStorage(
      'x',
      () => open,
      (t) => troubles.push(t),
    );
    lab.load();
    lab.save(edited('mine'));
    open = memory('read').storage;
    expect(lab.hasForeignChange()).toBe(false);
    expect(lab.save(edited('more'))).toBe(true);
    expect(troubles).toEqual([null, 'blocked', 'blocked']);
  });

  it('puts a second unreadable text beside the first', () => {
    const { storage, items } = memory();
    const lab = createLabStorage(
      'x',
      () => storage,
      () => {},
    );
    for (const text of ['{"one":', '{"two":']) {
      items.set('guide.lab.x', text);
      lab.load();
    }
    expect(items.get('guide.lab.x.unreadable')).toBe('{"one":');
    expect(items.get('guide.lab.x.unreadable.2')).toBe('{"two":');
  });

  it('reports a storage that may not be read', () => {
    const { storage } = memory('read');
    const troubles: (StorageTrouble | null)[] = [];
    const lab = createLabStorage(
      'x',
      () => storage,
      (t) => troubles.push(t),
    );
    expect(lab.load()).toEqual(emptyLab());
    expect(troubles).toEqual(['blocked']);
  });

  it('reports a browser that denies even the storage object', () => {
    const troubles: (StorageTrouble | null)[] = [];
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
    const troubles: (StorageTrouble | null)[] = [];
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

describe('a version that another takes the place of', () => {
  const files = (code: string) => ({ '/main.ts': editOf(code, 'original') });
  const none = { solution: {}, exercise: {}, python: {} };
  const before: SavedLab = {
    edits: { ...none, solution: files('mine'), exercise: files('my answer') },
    edition: 'solution',
    solved: true,
    hintCount: 2,
  };
  const reset = replaceVersion(before, {
    edition: 'solution',
    edits: { ...before.edits, solution: {} },
  });

  it('is kept with what it lost, and no more', () => {
    expect(reset.replaced).toEqual({
      edition: 'solution',
      edits: { solution: files('mine') },
    });
    expect(reset.edits.exercise).toEqual(files('my answer'));
    expect([reset.solved, reset.hintCount]).toEqual([true, 2]);
  });

  it('comes back, and what was written since takes its place', () => {
    const later = {
      ...reset,
      edits: { ...none, solution: files('later'), exercise: files('better') },
    };
    const back = bringBack(later);
    expect(back.edits).toEqual({
      ...none,
      solution: files('mine'),
      exercise: files('better'),
    });
    expect(back.replaced?.edits).toEqual({ solution: files('later') });
    expect(bringBack(bringBack(later))).toEqual(later);
  });

  it('is forgotten when it came back and nothing was written since', () => {
    expect(bringBack(reset)).toEqual(before);
  });

  it('stays when others are replaced in their turn', () => {
    expect(replaceVersion(reset, emptyLab()).replaced?.edits).toEqual({
      solution: files('mine'),
      exercise: files('my answer'),
    });
    const empty = { ...emptyLab(), replaced: reset.replaced };
    expect(replaceVersion(empty as SavedLab, before).replaced).toEqual(
      reset.replaced,
    );
  });

  it('is stored, and left out where it cannot be read', () => {
    const text = { version: 1, revision: 'r', ...reset };
    expect(parseSaved(JSON.stringify(text))?.lab).toEqual(reset);
    const { replaced, ...rest } = reset;
    for (const broken of [1, {}, { ...replaced, edits: { other: {} } }]) {
      const damaged = JSON.stringify({ ...text, replaced: broken });
      expect(parseSaved(damaged)?.lab).toEqual(rest);
    }
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
