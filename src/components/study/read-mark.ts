import { PROGRESS_KEY } from '~/lib/study/study-key';

/** Marks the page as read. Those who never did load nothing for it. */
export class ReadMark extends HTMLElement {
  private readonly onClick = (): void => void this.toggle();

  async connectedCallback(): Promise<void> {
    this.button.addEventListener('click', this.onClick);
    if (hasProgress()) {
      const { isRead } = await import('./read-marks');
      this.show(isRead(this.page));
    }
  }

  disconnectedCallback(): void {
    this.button.removeEventListener('click', this.onClick);
  }

  private async toggle(): Promise<void> {
    const { setRead } = await import('./read-marks');
    const read = this.button.getAttribute('aria-pressed') !== 'true';
    this.show(setRead(this.page, read, Date.now()));
  }

  private show(read: boolean): void {
    this.button.setAttribute('aria-pressed', String(read));
  }

  private get page(): string {
    return this.dataset['page'] ?? '';
  }

  private get button(): HTMLButtonElement {
    return this.querySelector('button') as HTMLButtonElement;
  }
}

function hasProgress(): boolean {
  try {
    return localStorage.getItem(PROGRESS_KEY) !== null;
  } catch {
    return false;
  }
}
