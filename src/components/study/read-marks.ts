import { markPage, pagesRead } from '~/lib/study/progress';
import { createProgressStorage } from '~/lib/study/progress-storage';

const storage = createProgressStorage(
  () => localStorage,
  () => {},
);

export function isRead(page: string): boolean {
  return pagesRead(storage.load()).has(page);
}

/** Whether the page counts as read afterwards. */
export function setRead(page: string, read: boolean, at: number): boolean {
  const progress = storage.change((known) =>
    markPage(known, { page, at, read }),
  );
  return pagesRead(progress).has(page);
}
