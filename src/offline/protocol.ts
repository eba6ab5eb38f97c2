/** What a reader keeps together: see groups.ts. */
export type Group = 'shell' | 'zh-CN' | 'en' | 'python' | 'extra';

/** One file of the built site. */
export interface Entry {
  /** From the folder of the service worker: `./`, `en/errata/`. */
  url: string;
  /** Hash of its bytes in the form of an integrity attribute. */
  integrity: string;
  group: Group;
  /** Size as stored, and compressed as it usually travels. */
  bytes: number;
  gzip: number;
}

/** What a page asks its service worker. */
export type Request =
  | { type: 'state' }
  | { type: 'keep'; urls: readonly string[] }
  | { type: 'SKIP_WAITING' };

/** An entry with its whole address. */
export interface KnownEntry extends Entry {
  isStored: boolean;
}

/**
 * Why a file was not stored: the storage is full, the network is cut, or the
 * host gives other bytes than this version has: a new version is out.
 */
export type Trouble = 'full' | 'cut' | 'changed';

export interface State {
  entries: KnownEntry[];
}

export interface Kept {
  trouble?: Trouble;
}

/** What a service worker that could not be installed tells the pages. */
export interface InstallFailure {
  type: 'install-failed';
  trouble: Trouble;
}
