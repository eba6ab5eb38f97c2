import './offline.css';
import { fill } from '~/i18n/fill';
import type { Locale } from '~/i18n/locales';
import { type OfflineTexts, offlineTexts } from '~/i18n/offline-texts';
import { mayLeave } from '~/lib/leave-page';
import type { KnownEntry, Trouble } from '~/offline/protocol';
import {
  type Amount,
  amountOf,
  type Choice,
  OfflineStore,
  readChoice,
  wanted,
  writeChoice,
} from './offline-store';

const CHECK_MS = 60 * 60 * 1000;
/** How often (ms) the amount stored is drawn: there are hundreds of files. */
const PROGRESS_MS = 500;

type Action = 'store' | 'stop' | 'remove';

/** What is stored for reading without a network, and the reader's choices. */
export class OfflinePanel extends HTMLElement {
  private store: OfflineStore | null = null;
  private entries: KnownEntry[] = [];
  private running: AbortController | null = null;
  private lastCheck = Date.now();
  private readonly locale: Locale =
    this.dataset['locale'] === 'en' ? 'en' : 'zh-CN';
  private readonly texts = offlineTexts[this.locale];
  private readonly megabytes = new Intl.NumberFormat(this.locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  });

  connectedCallback(): void {
    this.build();
    this.addEventListener('click', (event) => {
      const button = (event.target as Element).closest('button');
      const action = button?.dataset['action'] as Action | 'apply' | undefined;
      if (action !== undefined) {
        void this.act(action);
      }
    });
    void this.begin();
  }

  private build(): void {
    const section = document.createElement('section');
    section.className = 'offline';
    section.setAttribute('aria-label', this.texts.title);
    const status = document.createElement('p');
    status.className = 'offline-status';
    status.role = 'status';
    const bar = document.createElement('progress');
    bar.setAttribute('aria-label', this.texts.title);
    const actions = document.createElement('div');
    actions.className = 'offline-actions';
    for (const action of ['store', 'stop', 'remove'] as const) {
      const button = document.createElement('button');
      button.type = 'button';
      button.dataset['action'] = action;
      button.textContent = this.texts[action];
      actions.append(button);
    }
    section.append(status, bar, actions);
    const update = document.createElement('div');
    update.className = 'offline-update';
    update.role = 'status';
    this.append(section, update);
  }

  private async begin(): Promise<void> {
    this.store = OfflineStore.create(this.dataset['folder'] ?? '/');
    if (this.store === null) {
      this.say('unsupported');
      return;
    }
    this.watchUpdates(this.store);
    const choice = readChoice();
    if (choice === 'none') {
      // What a page still open has fetched since is not kept either.
      await this.store.remove();
      await this.showNone();
    } else {
      await this.keep(choice);
    }
  }

  private async act(action: Action | 'apply'): Promise<void> {
    if (action === 'store') {
      writeChoice('all');
      // Asks some browsers not to clear it when space is short.
      await navigator.storage?.persist?.().catch(() => false);
      await this.keep('all');
    } else if (action === 'stop') {
      writeChoice('usual');
      this.running?.abort();
    } else if (action === 'remove') {
      this.running?.abort();
      writeChoice('none');
      await this.store?.remove();
      await this.showNone();
    } else if (mayLeave()) {
      await this.store?.apply();
      location.reload();
    } else {
      this.announce('unsaved');
    }
  }

  /** Stores what belongs to the choice, and says how it goes. */
  private async keep(choice: Choice): Promise<void> {
    const { store } = this;
    if (store === null) {
      return;
    }
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.say('preparing');
    const hindrance = await store.start();
    if (running.signal.aborted) {
      return;
    }
    if (hindrance !== null) {
      this.trouble(hindrance);
      return;
    }
    this.entries = await store.entries();
    const list = wanted(this.entries, choice, this.locale);
    const total = amountOf(list);
    this.progress(list, total);
    let drawnAt = performance.now();
    const onProgress = () => {
      if (performance.now() - drawnAt >= PROGRESS_MS) {
        drawnAt = performance.now();
        this.progress(list, total);
      }
    };
    const trouble = await store.keep(list, onProgress, running.signal);
    if (this.running !== running) {
      return;
    }
    this.running = null;
    if (trouble === null) {
      this.showStored();
    } else {
      this.trouble(trouble);
    }
  }

  private progress(list: readonly KnownEntry[], total: Amount): void {
    const stored = amountOf(list.filter(({ isStored }) => isStored));
    this.bar.value = total.gzip === 0 ? 1 : stored.gzip / total.gzip;
    this.say(
      'progress',
      {
        done: stored.files,
        files: total.files,
        stored: this.size(stored.gzip),
        total: this.size(total.gzip),
      },
      ['stop'],
    );
    this.bar.hidden = false;
  }

  private showStored(): void {
    const missing = amountOf(this.entries.filter(({ isStored }) => !isStored));
    const stored = amountOf(this.entries.filter(({ isStored }) => isStored));
    const values = { size: this.size(stored.bytes) };
    if (missing.files === 0) {
      this.say('all', values, ['remove']);
      return;
    }
    const { entries } = this;
    const usual = wanted(entries, 'usual', this.locale);
    const isComplete = usual.every(({ isStored }) => isStored);
    this.offer(missing);
    this.say(isComplete ? 'usual' : 'part', values, ['store', 'remove']);
  }

  private async showNone(): Promise<void> {
    this.entries = [];
    try {
      const response = await fetch(`${this.dataset['folder']}offline.json`);
      this.offer((await response.json()) as Amount);
    } catch {
      this.button('store').textContent = this.texts.store;
    }
    this.say('none', {}, ['store']);
  }

  private offer({ gzip, bytes }: Amount): void {
    this.button('store').textContent = fill(this.texts.storeSize, {
      download: this.size(gzip),
      space: this.size(bytes),
    });
  }

  private trouble(trouble: Trouble | 'blocked'): void {
    const messages = {
      full: 'full',
      cut: 'cut',
      changed: 'changed',
      blocked: 'blocked',
    } as const;
    if (this.entries.length > 0) {
      this.offer(amountOf(this.entries.filter(({ isStored }) => !isStored)));
    } else {
      this.button('store').textContent = this.texts.store;
    }
    this.say(messages[trouble], {}, ['store', 'remove']);
    if (trouble === 'changed') {
      void this.store?.check();
    }
  }

  private watchUpdates(store: OfflineStore): void {
    store.onUpdate = () => this.announce('update');
    const { serviceWorker } = navigator;
    let controller = serviceWorker.controller;
    serviceWorker.addEventListener('controllerchange', () => {
      // Chosen here or in another tab. A page that was not yet under a
      // service worker has nothing old to be rid of.
      const hadController = controller !== null;
      controller = serviceWorker.controller;
      if (!hadController) {
        return;
      }
      if (mayLeave()) {
        location.reload();
      } else {
        this.announce('unsaved');
      }
    });
    document.addEventListener('visibilitychange', () => {
      const isDue = Date.now() - this.lastCheck > CHECK_MS;
      if (document.visibilityState === 'visible' && isDue) {
        this.lastCheck = Date.now();
        void store.check();
      }
    });
  }

  private announce(message: 'update' | 'unsaved'): void {
    const box = this.querySelector('.offline-update');
    const text = document.createElement('p');
    text.textContent = this.texts[message];
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['action'] = 'apply';
    button.textContent = this.texts.apply;
    const later = document.createElement('button');
    later.type = 'button';
    later.textContent = this.texts.later;
    later.addEventListener('click', () => box?.replaceChildren());
    box?.replaceChildren(text, button, later);
  }

  private say(
    message: keyof OfflineTexts,
    values: Readonly<Record<string, string | number>> = {},
    actions: readonly Action[] = [],
  ): void {
    this.bar.hidden = true;
    const status = this.querySelector('.offline-status');
    const text = fill(this.texts[message], values);
    if (status !== null && status.textContent !== text) {
      status.textContent = text;
    }
    this.dataset['state'] = message;
    for (const action of ['store', 'stop', 'remove'] as const) {
      this.button(action).hidden = !actions.includes(action);
    }
  }

  private size(bytes: number): string {
    return this.megabytes.format(bytes / 1_000_000);
  }

  private button(action: Action): HTMLButtonElement {
    return this.querySelector(`[data-action="${action}"]`) as HTMLButtonElement;
  }

  private get bar(): HTMLProgressElement {
    return this.querySelector('progress') as HTMLProgressElement;
  }
}
