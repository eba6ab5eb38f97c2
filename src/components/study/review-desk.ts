import { fill } from '~/i18n/dictionary';
import type { GuidePage } from '~/lib/study/page-standing';
import { intervals, queueAt, ratings } from '~/lib/study/schedule';
import { STUDY_KEY } from '~/lib/study/study-key';
import {
  addReview,
  type Rating,
  type Review,
  removeReview,
} from '~/lib/study/study-log';
import {
  createStudyStorage,
  type StudyTrouble,
} from '~/lib/study/study-storage';
import { durationText } from './duration-text';
import { plannedCards } from './planned-cards';

type Texts = Record<'counts' | 'done' | 'nextAt' | StudyTrouble, string>;

/** Longest wait of a timer before the desk looks again. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Reviews the cards of the list on the same page, by a click, a touch or a
 * key. Keys work only while the focus is inside, so that they take none from
 * the browser or a screen reader.
 */
export class ReviewDesk extends HTMLElement {
  private readonly storage = createStudyStorage(
    () => localStorage,
    (trouble) => this.report(trouble),
  );
  private readonly done: Review[] = [];
  private readonly pages: readonly GuidePage[] = JSON.parse(
    this.dataset['pages'] ?? '[]',
  ).map((page: GuidePage) => ({ ...page, cards: cardsOf(page.page) }));
  private current: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.addEventListener('click', this.onClick);
    this.addEventListener('keydown', this.onKeyDown);
    this.addEventListener('change', this.onScope);
    window.addEventListener('storage', this.onOtherTab);
    window.addEventListener('hashchange', this.onLink);
    this.takeScope();
    this.show();
  }

  disconnectedCallback(): void {
    window.removeEventListener('storage', this.onOtherTab);
    window.removeEventListener('hashchange', this.onLink);
    clearTimeout(this.timer);
  }

  private readonly onClick = (event: Event): void => {
    const button = (event.target as Element).closest('button');
    if (button === null) {
      return;
    }
    if (button.dataset['rating'] !== undefined) {
      this.rate(Number(button.dataset['rating']) as Rating);
    } else if (button.dataset['action'] === 'undo') {
      this.undo();
    } else {
      this.reveal();
    }
  };

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const isElsewhere = (event.target as Element).matches('select, a');
    if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const rating = ratings.find((value) => String(value) === event.key);
    const isOnButton = (event.target as Element).matches('button');
    if (rating !== undefined && this.isRevealed) {
      this.rate(rating);
    } else if (event.key === ' ' && !isOnButton && !this.isRevealed) {
      this.reveal();
    } else if (event.key.toLowerCase() === 'u') {
      this.undo();
    } else {
      return;
    }
    event.preventDefault();
  };

  /** The address says which cards are chosen. */
  private readonly onScope = (): void => {
    const { value } = this.find<HTMLSelectElement>('[data-scope]');
    const { pathname, search } = location;
    const hash = value === '' ? '' : `#page=${encodeURIComponent(value)}`;
    history.replaceState(null, '', pathname + search + hash);
    this.show();
  };

  private readonly onLink = (): void => {
    if (this.takeScope()) {
      this.show();
    }
  };

  private readonly onOtherTab = (event: StorageEvent): void => {
    if (event.key === STUDY_KEY && !this.isRevealed) {
      this.show();
    }
  };

  /** `#page=coding/k-means` asks for the cards of one page. */
  private takeScope(): boolean {
    const page = new URLSearchParams(location.hash.slice(1)).get('page');
    if (!this.pages.some((item) => item.page === page)) {
      return false;
    }
    this.find<HTMLSelectElement>('[data-scope]').value = page ?? '';
    return true;
  }

  private get isRevealed(): boolean {
    return !this.find('.desk-ratings').hidden;
  }

  private rate(rating: Rating): void {
    if (this.current === undefined) {
      return;
    }
    const review = { card: this.current, at: Date.now(), rating };
    this.storage.change((log) => addReview(log, review));
    this.done.push(review);
    this.show();
    this.find('.desk-card').focus({ preventScroll: true });
  }

  private undo(): void {
    const review = this.done.pop();
    if (review === undefined) {
      return;
    }
    this.storage.change((log) => removeReview(log, review));
    this.show(review.card);
    this.find('.desk-card').focus({ preventScroll: true });
  }

  private reveal(): void {
    if (this.current === undefined) {
      return;
    }
    const waits = intervals(this.current, this.storage.load(), Date.now());
    for (const rating of ratings) {
      this.find(`[data-rating="${rating}"] small`).textContent = durationText(
        waits[rating],
        this.locale,
      );
    }
    this.find('.desk-answer').hidden = false;
    this.find('.desk-ratings').hidden = false;
    this.find('[data-action="show"]').hidden = true;
    this.find('.desk-card').focus({ preventScroll: true });
  }

  /** @param card to show instead of the one that is next */
  private show(card?: string): void {
    clearTimeout(this.timer);
    const now = Date.now();
    const log = this.storage.load();
    const { next, dueCount, newCount, nextAt } = queueAt(
      this.ids(),
      log,
      now,
      plannedCards(this.pages, log, now),
    );
    this.current = card ?? next;
    this.find('.desk-counts').textContent = fill(this.texts.counts, {
      due: dueCount,
      fresh: newCount,
    });
    this.find<HTMLButtonElement>('[data-action="undo"]').disabled =
      this.done.length === 0;
    this.find('.desk-answer').hidden = true;
    this.find('.desk-ratings').hidden = true;
    this.find('[data-action="show"]').hidden = this.current === undefined;
    if (this.current === undefined) {
      this.showDone(nextAt, now);
    } else {
      this.fillCard(this.current);
    }
  }

  private fillCard(id: string): void {
    const source = document.querySelector(`[data-card="${CSS.escape(id)}"]`);
    const page = source?.closest('[data-page]')?.querySelector('h3');
    this.find('.desk-card [data-page]').textContent = page?.textContent ?? '';
    this.find('.desk-question').textContent =
      source?.querySelector('[data-question]')?.textContent ?? '';
    const answer = source?.querySelector('[data-answer]')?.cloneNode(true);
    this.find('.desk-answer').replaceChildren(...(answer?.childNodes ?? []));
  }

  private showDone(nextAt: number | undefined, now: number): void {
    this.find('.desk-card [data-page]').textContent = '';
    this.find('.desk-answer').replaceChildren();
    this.find('.desk-question').textContent =
      nextAt === undefined
        ? this.texts.done
        : `${this.texts.done}${fill(this.texts.nextAt, {
            when: durationText(nextAt - now, this.locale),
          })}`;
    if (nextAt !== undefined) {
      const wait = Math.min(LOOK_AGAIN_MS, Math.max(1000, nextAt - now));
      this.timer = setTimeout(() => this.show(), wait);
    }
  }

  /** Cards of the pages chosen, in the order of the list. */
  private ids(): string[] {
    const { value } = this.find<HTMLSelectElement>('[data-scope]');
    return this.pages
      .filter(({ page }) => value === '' || page === value)
      .flatMap(({ cards }) => cards);
  }

  private report(trouble: StudyTrouble): void {
    const place = this.find('.desk-trouble');
    place.textContent = this.texts[trouble];
    place.hidden = false;
  }

  private get texts(): Texts {
    return JSON.parse(this.dataset['texts'] ?? '{}');
  }

  private get locale(): string {
    return this.dataset['locale'] ?? 'en';
  }

  private find<T extends HTMLElement>(selector: string): T {
    return this.querySelector(selector) as T;
  }
}

/** Of the list below the desk, in its order. */
function cardsOf(page: string): string[] {
  const cards = document.querySelectorAll<HTMLElement>(
    `[data-page="${CSS.escape(page)}"] [data-card]`,
  );
  return [...cards].map((card) => card.dataset['card'] ?? '');
}
