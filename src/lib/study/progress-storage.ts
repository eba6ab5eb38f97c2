import { parseProgress } from './parse-progress';
import { emptyProgress } from './progress';
import { PROGRESS_KEY } from './study-key';
import { createRecordStorage, type StudyTrouble } from './study-storage';

/** The progress in a `Storage`. */
export function createProgressStorage(
  storage: () => Storage,
  onTrouble: (trouble: StudyTrouble) => void,
) {
  const kind = {
    key: PROGRESS_KEY,
    empty: emptyProgress,
    parse: parseProgress,
  };
  return createRecordStorage(kind, storage, onTrouble);
}
