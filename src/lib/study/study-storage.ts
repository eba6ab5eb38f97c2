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
 * thrown: work goes on in memory.
 */
export function createRecordStorage<T>(
  { key, empty, parse }: Kind<T>,
  storage: () => Storage,
  onTrouble: (trouble: StudyTrouble) => void,
) {
  let memory = empty;

  function load(): T {
    let text: string | null;
    try {
      text = storage().getItem(key);
    } catch {
      onTrouble('blocked');
      return memory;
    }
    if (text === null) {
      return memory;
    }
    const record = parse(text);
    if (record === null) {
      putAside(text);
      return memory;
    }
    memory = record;
    return record;
  }

  /** Unreadable for us, but the reader's: kept under another name. */
  function putAside(text: string): void {
    onTrouble('corrupt');
    try {
      storage().setItem(`${key}.unreadable`, text);
      storage().removeItem(key);
    } catch {
      onTrouble('full');
    }
  }

  function change(edit: (record: T) => T): T {
    memory = edit(load());
    try {
      storage().setItem(key, JSON.stringify(memory));
    } catch (error) {
      const isFull =
        error instanceof DOMException && error.name === 'QuotaExceededError';
      onTrouble(isFull ? 'full' : 'blocked');
    }
    return memory;
  }

  return { load, change };
}
