import { textHash } from './text-hash';

export type Edition = 'solution' | 'exercise' | 'python';

/** A reader's version of one file. */
export interface Edit {
  code: string;
  /** Hash of the original that it was made from. */
  base: string;
}

/** What is kept of a lab between visits, for both languages alike. */
export interface SavedLab {
  edits: Record<Edition, Record<string, Edit>>;
  edition: Edition;
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

export function editOf(code: string, original: string): Edit {
  return { code, base: textHash(original) };
}

/**
 * The saved state of one lab in a `Storage`. Every write carries a new
 * revision; a write on top of somebody else's revision is refused, so that two
 * tabs cannot overwrite each other unnoticed. Trouble with the storage itself
 * is reported, never thrown: work goes on in memory.
 */
export function createLabStorage(
  id: string,
  storage: () => Storage,
  onTrouble: (trouble: StorageTrouble) => void,
  first: Edition = 'solution',
) {
  const key = `guide.lab.${id}`;
  let revision = '';

  function read(): string | null {
    try {
      return storage().getItem(key);
    } catch {
      onTrouble('blocked');
      return null;
    }
  }

  function load(): SavedLab {
    const text = read();
    if (text === null) {
      revision = '';
      return emptyLab(first);
    }
    const parsed = parseSaved(text);
    if (parsed === null) {
      onTrouble('corrupt');
      try {
        // Unreadable for us, but the reader's: put aside, not thrown away.
        storage().setItem(`${key}.unreadable`, text);
        storage().removeItem(key);
      } catch {
        onTrouble('full');
      }
      revision = '';
      return emptyLab(first);
    }
    revision = parsed.revision;
    return parsed.lab;
  }

  function hasForeignChange(): boolean {
    const text = read();
    const current = text === null ? '' : (parseSaved(text)?.revision ?? '');
    return current !== revision;
  }

  /** False if another tab has written since; nothing is written then. */
  function save(lab: SavedLab): boolean {
    if (hasForeignChange()) {
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
    } catch (error) {
      onTrouble(isQuota(error) ? 'full' : 'blocked');
    }
  }

  return { key, load, save, overwrite, hasForeignChange };
}

export type LabStorage = ReturnType<typeof createLabStorage>;

function isQuota(error: unknown): boolean {
  return error instanceof DOMException && /quota/i.test(error.name);
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
  const { revision, edits, edition, solved, hintCount } = value;
  if (
    typeof revision !== 'string' ||
    !isRecord(edits) ||
    !isEdits(edits['solution']) ||
    !isEdits(edits['exercise']) ||
    // What was saved before there was Python has none.
    !(edits['python'] === undefined || isEdits(edits['python'])) ||
    !isEdition(edition) ||
    typeof solved !== 'boolean' ||
    typeof hintCount !== 'number'
  ) {
    return null;
  }
  return {
    revision,
    lab: {
      edits: { python: {}, ...edits } as SavedLab['edits'],
      edition,
      solved,
      hintCount,
    },
  };
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
