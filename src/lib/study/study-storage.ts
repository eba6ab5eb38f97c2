import { STUDY_KEY } from './study-key';
import { emptyLog, parseLog } from './study-log';

export type StudyTrouble = 'blocked' | 'full' | 'corrupt';

interface Kind<T> {
  key: string;
  empty: T;
  /** Null if the text is no record of this kind. */
  parse: (text: string) => T | null;
}

/** The study log in a `Storage`. */
export function createStudyStorage(
  storage: () => Storage,
  onTrouble: (trouble: StudyTrouble) => void,
) {
  const kind = { key: STUDY_KEY, empty: emptyLog, parse: parseLog };
  return createRecordStorage(kind, storage, onTrouble);
}

/**
 * A record in a `Storage`. Every change is made on what is stored at that
 * moment, so that two tabs do not undo each other. Trouble is reported, never
 * thrown: changes that cannot be stored are made again on whatever another
 * tab has stored meanwhile, and are stored with the next change that fits.
 */
export function createRecordStorage<T>(
  { key, empty, parse }: Kind<T>,
  storage: () => Storage,
  onTrouble: (trouble: StudyTrouble) => void,
) {
  let memory = empty;
  let unstored: ((record: T) => T)[] = [];
  /** The stored text that `memory` comes from. */
  let seen: string | null = null;
  /** Whether a record is stored that can be neither read nor put aside. */
  let isOccupied = false;

  function load(): T {
    let text: string | null;
    try {
      text = storage().getItem(key);
    } catch {
      onTrouble('blocked');
      return memory;
    }
    isOccupied = false;
    if (text === null || text === seen) {
      return memory;
    }
    const record = parse(text);
    if (record === null) {
      isOccupied = !putAside(text);
      return memory;
    }
    seen = text;
    memory = unstored.reduce<T>((known, edit) => edit(known), record);
    return memory;
  }

  /** Unreadable for us, but the reader's: kept under another name. */
  function putAside(text: string): boolean {
    try {
      storage().setItem(`${key}.unreadable`, text);
      storage().removeItem(key);
      onTrouble('corrupt');
      return true;
    } catch (error) {
      onTrouble(troubleOf(error));
      return false;
    }
  }

  function change(edit: (record: T) => T): T {
    memory = edit(load());
    unstored.push(edit);
    if (!isOccupied) {
      store(JSON.stringify(memory));
    }
    return memory;
  }

  function store(text: string): void {
    try {
      storage().setItem(key, text);
      seen = text;
      unstored = [];
    } catch (error) {
      onTrouble(troubleOf(error));
    }
  }

  /** Whether every change made here is stored. */
  function isStored(): boolean {
    return unstored.length === 0;
  }

  return { load, change, isStored };
}

function troubleOf(error: unknown): StudyTrouble {
  const isFull =
    error instanceof DOMException && error.name === 'QuotaExceededError';
  return isFull ? 'full' : 'blocked';
}
