import { fill } from '~/i18n/dictionary';
import { STUDY_KEY } from '~/lib/study/study-key';

/**
 * How many cards are due. Those who have never reviewed see nothing, and load
 * no scheduler.
 */
export class DueCards extends HTMLElement {
  async connectedCallback(): Promise<void> {
    if (hasStudied()) {
      const { dueCount } = await import('./due-count');
      const n = dueCount(Date.now());
      this.textContent = n > 0 ? fill(this.dataset['text'] ?? '', { n }) : '';
    }
  }
}

function hasStudied(): boolean {
  try {
    return localStorage.getItem(STUDY_KEY) !== null;
  } catch {
    return false;
  }
}
