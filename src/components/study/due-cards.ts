import { fill } from '~/i18n/dictionary';
import { STUDY_KEY } from '~/lib/study/study-key';

/**
 * How many cards are due. Those who have never reviewed see nothing, and load
 * no scheduler.
 */
export class DueCards extends HTMLElement {
  private readonly show = (): void => void this.update();

  connectedCallback(): void {
    window.addEventListener('storage', this.show);
    // Back from the review page, from the browser's memory.
    window.addEventListener('pageshow', this.show);
    this.show();
  }

  disconnectedCallback(): void {
    window.removeEventListener('storage', this.show);
    window.removeEventListener('pageshow', this.show);
  }

  private async update(): Promise<void> {
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
