import { fill } from '~/i18n/fill';

/** Letters without case, accents and width: `Ｋ` finds `k`, `e` finds `é`. */
const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ');

/** Hides the entries that do not have every word of the box. */
class ListFilter extends HTMLElement {
  connectedCallback(): void {
    const box = this.querySelector('input');
    const entries = [...this.querySelectorAll<HTMLElement>('[data-entry]')].map(
      (element) => ({ element, text: folded(element.textContent) }),
    );
    const show = () => {
      const words = folded(box?.value ?? '')
        .split(' ')
        .filter(Boolean);
      let shown = 0;
      for (const { element, text } of entries) {
        element.hidden = !words.every((word) => text.includes(word));
        shown += Number(!element.hidden);
      }
      this.#finish(shown, entries.length, words.length > 0);
    };
    box?.addEventListener('input', show);
    box?.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && box.value !== '') {
        event.preventDefault();
        box.value = '';
        show();
      }
    });
    // A link to an entry that is filtered away must not lead nowhere.
    addEventListener('hashchange', () => {
      const target = document.getElementById(
        decodeURIComponent(location.hash.slice(1)),
      );
      if (box && target?.closest('[hidden]') && this.contains(target)) {
        box.value = '';
        show();
        target.scrollIntoView();
      }
    });
    // The browser may have kept the text of the box.
    show();
  }

  #finish(shown: number, all: number, isFiltered: boolean): void {
    for (const group of this.querySelectorAll<HTMLElement>('[data-group]')) {
      group.hidden = !group.querySelector('[data-entry]:not([hidden])');
    }
    for (const part of this.querySelectorAll<HTMLElement>('.lookup-letters')) {
      part.hidden = isFiltered;
    }
    for (const none of this.querySelectorAll<HTMLElement>('.lookup-none')) {
      none.hidden = shown > 0;
    }
    for (const count of this.querySelectorAll('.lookup-count')) {
      count.textContent = fill(this.dataset['shown'] ?? '', { shown, all });
    }
  }
}

customElements.define('list-filter', ListFilter);
