import { STUDY_KEY } from './study-key';
import { emptyLog, parseLog, type StudyLog } from './study-log';

export type StudyTrouble = 'blocked' | 'full' | 'corrupt';

/**
 * The study log in a `Storage`. Every change is made on what is stored at that
 * moment, so that two tabs do not undo each other. Trouble is reported, never
 * thrown: work goes on in memory.
 */
export function createStudyStorage(
  storage: () => Storage,
  onTrouble: (trouble: StudyTrouble) => void,
) {
  let memory = emptyLog;

  function load(): StudyLog {
    let text: string | null;
    try {
      text = storage().getItem(STUDY_KEY);
    } catch {
      onTrouble('blocked');
      return memory;
    }
    if (text === null) {
      return memory;
    }
    const log = parseLog(text);
    if (log === null) {
      putAside(text);
      return memory;
    }
    memory = log;
    return log;
  }

  /** Unreadable for us, but the reader's: kept under another name. */
  function putAside(text: string): void {
    onTrouble('corrupt');
    try {
      storage().setItem(`${STUDY_KEY}.unreadable`, text);
      storage().removeItem(STUDY_KEY);
    } catch {
      onTrouble('full');
    }
  }

  function change(edit: (log: StudyLog) => StudyLog): StudyLog {
    memory = edit(load());
    try {
      storage().setItem(STUDY_KEY, JSON.stringify(memory));
    } catch (error) {
      const isFull =
        error instanceof DOMException && error.name === 'QuotaExceededError';
      onTrouble(isFull ? 'full' : 'blocked');
    }
    return memory;
  }

  return { load, change };
}
