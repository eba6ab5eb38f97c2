import { quietIn } from '~/lib/quiet';
import type {
  Group,
  InstallFailure,
  Kept,
  KnownEntry,
  Request as Question,
  State,
  Trouble,
} from '~/offline/protocol';

const CHOICE = 'guide.offline';

/**
 * Storing hundreds of files takes a core of a phone for seconds, just when the
 * first program runs. Opening the page is the first act.
 */
const quiet = quietIn('html', performance.now());

/** How long (ms) the words of a failed worker are waited for. */
const WORDS_MS = 10_000;

/** What the reader decided: the usual amount, everything, or nothing. */
export type Choice = 'usual' | 'all' | 'none';

export function readChoice(): Choice {
  try {
    const value = localStorage.getItem(CHOICE);
    if (value === 'all' || value === 'none') {
      return value;
    }
  } catch {
    // Without storage of its own the browser keeps no choice.
  }
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData ? 'none' : 'usual';
}

export function writeChoice(choice: Choice): void {
  try {
    localStorage.setItem(CHOICE, choice);
  } catch {
    // As above.
  }
}

export interface Amount {
  files: number;
  bytes: number;
  gzip: number;
}

export function amountOf(entries: readonly KnownEntry[]): Amount {
  const sum = (key: 'bytes' | 'gzip') =>
    entries.reduce((total, entry) => total + entry[key], 0);
  return { files: entries.length, bytes: sum('bytes'), gzip: sum('gzip') };
}

/** The service worker as the pages see it. */
export class OfflineStore {
  /** Called when a new version has been stored and waits. */
  onUpdate: () => void = () => {};
  private registration: ServiceWorkerRegistration | undefined;
  /** What a worker says that could not be installed. */
  private failure: Promise<Trouble> = new Promise(() => {});
  private tellFailure: (trouble: Trouble) => void = () => {};
  private readonly folder: string;

  /** Null where the browser, or an address without https, has no service workers. */
  static create(folder: string): OfflineStore | null {
    return 'serviceWorker' in navigator && window.isSecureContext
      ? new OfflineStore(folder)
      : null;
  }

  private constructor(folder: string) {
    this.folder = folder;
    navigator.serviceWorker.addEventListener('message', ({ data }) => {
      const message = data as InstallFailure | undefined;
      if (message?.type === 'install-failed') {
        this.tellFailure(message.trouble);
      }
    });
  }

  /**
   * Resolves once a worker is at work, or with what hinders it. The first one
   * stores the shell at once, so it too waits until the reader is not busy.
   */
  async start(): Promise<Trouble | 'blocked' | null> {
    if (navigator.serviceWorker.controller === null) {
      await quiet();
    }
    this.failure = new Promise((resolve) => {
      this.tellFailure = resolve;
    });
    try {
      this.registration = await navigator.serviceWorker.register(
        `${this.folder}service-worker.js`,
        { scope: this.folder, updateViaCache: 'none' },
      );
    } catch {
      return 'blocked';
    }
    const { registration } = this;
    if (registration?.waiting) {
      this.onUpdate();
    }
    const watch = () => {
      const update = registration?.installing;
      update?.addEventListener('statechange', () => {
        if (update.state === 'installed' && registration?.active) {
          this.onUpdate();
        }
      });
    };
    // The browser looks for a new version beside the loading of the page.
    watch();
    registration?.addEventListener('updatefound', watch);
    return registration?.active ? null : this.installed();
  }

  private async installed(): Promise<Trouble | 'blocked' | null> {
    const { registration } = this;
    const worker = registration?.installing ?? registration?.waiting;
    if (worker && (await lastState(worker)) === 'activated') {
      return null;
    }
    // The end of a worker may be seen before its words arrive.
    const silence = new Promise<'blocked'>((resolve) =>
      setTimeout(resolve, WORDS_MS, 'blocked'),
    );
    return Promise.race([this.failure, silence]);
  }

  /** Looks for a new version; the browser by itself looks once a page. */
  async check(): Promise<void> {
    try {
      await this.registration?.update();
    } catch {
      // Without a network there is nothing new.
    }
  }

  async entries(): Promise<KnownEntry[]> {
    const { entries } = await this.ask<State>({ type: 'state' });
    return entries;
  }

  /**
   * Stores one file after the other, those of this page first, while the
   * reader is not busy with the page.
   */
  async keep(
    entries: readonly KnownEntry[],
    onProgress: (entry: KnownEntry) => void,
    signal: AbortSignal,
  ): Promise<Trouble | null> {
    const inUse = new Set([
      location.href.split('#')[0],
      ...performance.getEntriesByType('resource').map(({ name }) => name),
    ]);
    const missing = entries
      .filter(({ isStored }) => !isStored)
      .sort((a, b) => Number(inUse.has(b.url)) - Number(inUse.has(a.url)));
    for (const entry of missing) {
      await quiet(signal);
      if (signal.aborted) {
        return null;
      }
      const { trouble } = await this.ask<Kept>({
        type: 'keep',
        urls: [entry.url],
      });
      if (trouble !== undefined) {
        return trouble;
      }
      entry.isStored = true;
      onProgress(entry);
    }
    return null;
  }

  /** The waiting version takes over; every page must then be loaded anew. */
  async apply(): Promise<void> {
    const waiting = this.registration?.waiting;
    if (!waiting) {
      return;
    }
    const isActive = new Promise<void>((resolve) => {
      waiting.addEventListener('statechange', () => {
        if (waiting.state === 'activated') {
          resolve();
        }
      });
    });
    waiting.postMessage({ type: 'SKIP_WAITING' } satisfies Question);
    await isActive;
  }

  async remove(): Promise<void> {
    const { serviceWorker } = navigator;
    const registration = await serviceWorker.getRegistration(this.folder);
    await registration?.unregister();
    this.registration = undefined;
    const scope = new URL(this.folder, location.href).href;
    for (const name of await caches.keys()) {
      // Another site may live on this host, below another path.
      if (name.endsWith(`-${scope}`)) {
        await caches.delete(name);
      }
    }
  }

  private ask<Answer>(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const active = this.registration?.active;
      if (!active) {
        reject(new Error('No service worker is at work.'));
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => resolve(data as Answer);
      active.postMessage(question, [port2]);
    });
  }
}

/** What belongs to a choice. */
export function wanted(
  entries: readonly KnownEntry[],
  choice: Choice,
  language: Group,
): KnownEntry[] {
  return entries.filter(
    ({ group }) => choice === 'all' || group === 'shell' || group === language,
  );
}

/** Resolves when the worker is at work, or has come to nothing. */
function lastState(worker: ServiceWorker): Promise<ServiceWorkerState> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated' || worker.state === 'redundant') {
        resolve(worker.state);
      }
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
