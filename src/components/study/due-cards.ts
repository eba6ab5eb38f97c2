import { fill } from '~/i18n/dictionary';
import { createStudyStorage } from '~/lib/study/study-storage';

/**
 * How many cards are due. Those who have never reviewed see nothing, and load
 * no scheduler.
 */
export class DueCards extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const log = createStudyStorage(
      () => localStorage,
      () => {},
    ).load();
    if (log.reviews.length === 0) {
      return;
    }
    const { queueAt } = await import('~/lib/study/schedule');
    const ids = [...new Set(log.reviews.map(({ card }) => card))];
    const { dueCount } = queueAt(ids, log, Date.now());
    if (dueCount > 0) {
      this.textContent = fill(this.dataset['text'] ?? '', { n: dueCount });
    }
  }
}
