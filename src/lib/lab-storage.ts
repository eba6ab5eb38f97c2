import { textHash } from './text-hash';

export type Edition = 'solution' | 'exercise' | 'python';

/** A reader's version of one file. */
export interface Edit {
  code: string;
  /** Hash of the original that it was made from. */
  base: string;
}

/** A reader's files, and which of them are open. */
export interface Version {
  edits: Record<Edition, Record<string, Edit>>;
  edition: Edition;
}

/** The reader's files that others took the place of, by edition. */
export interface Replaced {
  edits: Partial<Version['edits']>;
  edition: Edition;
}

/** What is kept of a lab between visits, for both languages alike. */
export interface SavedLab extends Version {
  /** By a reset, a link, a new original or another tab: the last ones. */
  replaced?: Replaced;
  solved: boolean;
  hintCount: number;
}

export type StorageTrouble = 'blocked' | 'full' | 'corrupt';

const VERSION = 1;
const MAX_CODE = 1_000_000;

/** Under which the coding round of a mock interview is kept, apart from the lab. */
export function roundOf(lab: string): string {
  return `round.${lab}`;
}

/** @param edition that is open on the first visit */
export function emptyLab(edition: Edition = 'solution'): SavedLab {
  return {
    edits: { solution: {}, exercise: {}, python: {} },
    edition,
    solved: false,
    hintCount: 0,
  };
}

/** Another version takes the place of the reader's, which can be brought back. */
export function replaceVersion(state: SavedLab, next: Version): SavedLab {
  const lost = Object.entries(state.edits).filter(
    ([edition, files]) =>
      Object.keys(files).length > 0 &&
      JSON.stringify(files) !== JSON.stringify(next.edits[edition as Edition]),
  );
  const { edition } = state;
  const edits = { ...state.replaced?.edits, ...Object.fromEntries(lost) };
  const replaced = { edition, edits };
  return { ...state, ...next, ...(lost.length > 0 && { replaced }) };
}

/** The replaced files come back; what was written since takes their place. */
export function bringBack({ replaced, ...state }: SavedLab): SavedLab {
  return replaced === undefined
    ? state
    : replaceVersion(state, {
        edition: replaced.edition,
        edits: { ...state.edits, ...replaced.edits },
      });
}

export function editOf(code: string, original: string): Edit {
  return { code, base: textHash(original) };
}

/**
 * The saved state of one lab in a `Storage`. Every write carries a new
 * revision; a write on top of somebody else's revision is refused, so that two
 * tabs cannot overwrite each other unnoticed. Trouble with the storage itself
 * is reported, never thrown: work goes on in memory.
 *
 * @param onTrouble is told of null once something could be stored (again)
 */
export function createLabStorage(
  id: string,
  storage: () => Storage,
  onTrouble: (trouble: StorageTrouble | null) => void,
  first: Edition = 'solution',
) {
  const key = `guide.lab.${id}`;
  let revision = '';

  /** Undefined if the browser does not let us look. */
  function read(): string | null | undefined {
    try {
      return storage().getItem(key);
    } catch {
      onTrouble('blocked');
      return undefined;
    }
  }

  function load(): SavedLab {
    const text = read();
    const parsed = text ? parseSaved(text) : null;
    revision = parsed?.revision ?? '';
    if (text && parsed === null) {
      onTrouble('corrupt');
      putAside(text);
    }
    return parsed?.lab ?? emptyLab(first);
  }

  /** Unreadable for us, but the reader's: not thrown away. */
  function putAside(text: string): void {
    try {
      let name = `${key}.unreadable`;
      for (let n = 2; storage().getItem(name) !== null; n += 1) {
        name = `${key}.unreadable.${n}`;
      }
      storage().setItem(name, text);
      storage().removeItem(key);
    } catch {
      onTrouble('full');
    }
  }

  /** What is stored, for a look: it is not what this tab goes on from. */
  function peek(): SavedLab {
    return parseSaved(read() ?? '')?.lab ?? emptyLab(first);
  }

  /** Nobody knows where the browser does not let us look. */
  function hasForeignChange(): boolean {
    const text = read();
    return text !== undefined && revisionOf(text) !== revision;
  }

  /** False if another tab has written since; nothing is written then. */
  function save(lab: SavedLab): boolean {
    const text = read();
    if (text === undefined) {
      return true;
    }
    if (revisionOf(text) !== revision) {
      return false;
    }
    overwrite(lab);
    return true;
  }

  function overwrite(lab: SavedLab): void {
    const next = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
    try {
      storage().setItem(
        key,
        JSON.stringify({ version: VERSION, revision: next, ...lab }),
      );
      revision = next;
      onTrouble(null);
    } catch (error) {
      onTrouble(isQuota(error) ? 'full' : 'blocked');
    }
  }

  return { key, load, peek, save, overwrite, hasForeignChange };
}

export type LabStorage = ReturnType<typeof createLabStorage>;

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && /quota/i.test(error.name);
}

function revisionOf(text: string | null): string {
  return parseSaved(text ?? '')?.revision ?? '';
}

export function parseSaved(
  text: string,
): { revision: string; lab: SavedLab } | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(value) || value['version'] !== VERSION) {
    return null;
  }
  const { revision, replaced, solved, hintCount } = value;
  const version = parseVersion(value);
  if (
    typeof revision !== 'string' ||
    version === null ||
    typeof solved !== 'boolean' ||
    typeof hintCount !== 'number'
  ) {
    return null;
  }
  return {
    revision,
    lab: {
      ...version,
      ...(isReplaced(replaced) && { replaced }),
      solved,
      hintCount,
    },
  };
}

function parseVersion({
  edits,
  edition,
}: Record<string, unknown>): Version | null {
  const isVersion =
    isRecord(edits) &&
    isEdits(edits['solution']) &&
    isEdits(edits['exercise']) &&
    // What was saved before there was Python has none.
    (edits['python'] === undefined || isEdits(edits['python'])) &&
    isEdition(edition);
  return isVersion
    ? { edits: { python: {}, ...edits } as Version['edits'], edition }
    : null;
}

function isReplaced(value: unknown): value is Replaced {
  return (
    isRecord(value) &&
    isEdition(value['edition']) &&
    isRecord(value['edits']) &&
    Object.entries(value['edits']).every(
      ([edition, files]) => isEdition(edition) && isEdits(files),
    )
  );
}

export function isEdition(value: unknown): value is Edition {
  return value === 'solution' || value === 'exercise' || value === 'python';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEdits(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (edit) =>
        isRecord(edit) &&
        typeof edit['code'] === 'string' &&
        edit['code'].length <= MAX_CODE &&
        typeof edit['base'] === 'string',
    )
  );
}
