/** All that every page loads of the search: the rest comes on intent. */
class SiteSearch extends HTMLElement {
  #dialog: Promise<HTMLDialogElement> | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button') as HTMLButtonElement;
    const isApple = /Mac|iP/.test(navigator.platform);
    if (isApple) {
      button.setAttribute('aria-keyshortcuts', 'Meta+K');
      (button.lastElementChild as Element).textContent = '⌘ K';
    }
    button.disabled = false;
    button.addEventListener('click', () => this.#open());
    for (const intent of ['pointerenter', 'focus']) {
      button.addEventListener(intent, () => this.#load().catch(() => {}));
    }
    addEventListener('keydown', (event) => {
      const isShortcut =
        event.key.toLowerCase() === 'k' &&
        (event.ctrlKey || event.metaKey) &&
        !event.altKey &&
        !event.shiftKey;
      if (isShortcut) {
        event.preventDefault();
        this.#open();
      }
    });
  }

  #load(): Promise<HTMLDialogElement> {
    this.#dialog ??= import('./search-dialog').then(({ createDialog }) => {
      const dialog = createDialog();
      this.append(dialog);
      return dialog;
    });
    this.#dialog.catch(() => {
      // The next attempt asks again.
      this.#dialog = undefined;
    });
    return this.#dialog;
  }

  #open(): void {
    this.querySelector('.search-failed')?.remove();
    this.#load().then(
      (dialog) => (dialog.open ? dialog.close() : dialog.showModal()),
      () => {
        const notice = document.createElement('p');
        notice.className = 'search-failed';
        notice.role = 'alert';
        notice.textContent = this.dataset['failed'] ?? '';
        this.append(notice);
      },
    );
  }
}

customElements.define('site-search', SiteSearch);
