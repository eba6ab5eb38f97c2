import type { Lab } from '@runnable-guide/labs/lab';
import { pathOf } from '@runnable-guide/labs/lab';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  bringBack,
  createLabStorage,
  type Edition,
  editOf,
  type Replaced,
  replaceVersion,
  type SavedLab,
  type StorageTrouble,
  type Version,
} from '~/lib/lab-storage';
import { LEAVE_EVENT } from '~/lib/leave-page';
import { textHash } from '~/lib/text-hash';

import { changesBetween, type FileChange } from './file-changes';

type Files = Readonly<Record<string, string>>;

export interface Workspace {
  edition: Edition;
  files: Files;
  originals: Files;
  isEdited: boolean;
  solved: boolean;
  hintCount: number;
  trouble: StorageTrouble | null;
  /** How files differ here from what another tab has saved meanwhile. */
  conflict: readonly FileChange[] | null;
  /** Edits made from an original that has changed since. */
  staleEdits: readonly FileChange[];
  hasEdits: (edition: Edition) => boolean;
  canUndo: boolean;
  /** A version whose place was taken, and which can be brought back. */
  replaced: Replaced | null;
  /** Grows when files change by anything but typing. */
  revision: number;
  /** `files` with the last edit, which React may not have come to yet. */
  filesNow: () => Files;
  edit: (path: string, code: string) => void;
  /** Replaces several files at once; `undo` takes that back. */
  replace: (files: Files) => void;
  /** Opens an edition with these files changed, and no others. */
  open: (edition: Edition, files: Files) => void;
  reset: () => void;
  undo: () => void;
  bringBack: () => void;
  setEdition: (edition: Edition) => void;
  markSolved: () => void;
  showHint: () => void;
  /** Settles a conflict with another tab. */
  settleConflict: (whose: 'mine' | 'theirs') => void;
  /** Settles edits of an older original. */
  settleStale: (whose: 'mine' | 'original') => void;
}

const SAVE_MS = 250;

/** The reader's files of a lab: both editions, kept across visits. */
export function useWorkspace(
  id: string,
  lab: Lab,
  first: Edition = 'solution',
): Workspace {
  const [trouble, setTrouble] = useState<StorageTrouble | null>(null);
  const storage = useMemo(() => {
    const tell = (now: StorageTrouble | null) =>
      // That something was unreadable stays true when all is well again.
      setTrouble((known) => now ?? (known === 'corrupt' ? known : null));
    return createLabStorage(id, () => window.localStorage, tell, first);
  }, [id, first]);
  const [saved, setSaved] = useState<SavedLab>(() => storage.load());
  const [before, setBefore] = useState<SavedLab | null>(null);
  const [conflict, setConflict] = useState<SavedLab | null>(null);
  const [revision, setRevision] = useState(0);
  const bump = useCallback(() => setRevision((count) => count + 1), []);

  // What leaves the page or runs must not wait for React to come to an edit.
  const latest = useRef(saved);
  const isDirty = useRef(false);

  const originals = useMemo(
    () => originalsOf(lab, saved.edition),
    [lab, saved.edition],
  );
  const edits = saved.edits[saved.edition];
  const files = useMemo(() => merged(originals, edits), [originals, edits]);

  const flush = useCallback(() => {
    if (isDirty.current) {
      isDirty.current = !storage.save(latest.current);
      if (isDirty.current) {
        setConflict(storage.peek());
      }
    }
  }, [storage]);

  const put = useCallback((state: SavedLab) => {
    latest.current = state;
    setSaved(state);
  }, []);
  const change = useCallback(
    (update: (lab: SavedLab) => SavedLab) => {
      isDirty.current = true;
      put(update(latest.current));
    },
    [put],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: saved is the trigger
  useEffect(() => {
    if (conflict !== null) {
      return;
    }
    const timer = setTimeout(flush, SAVE_MS);
    return () => clearTimeout(timer);
  }, [saved, flush, conflict]);

  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key !== storage.key || !storage.hasForeignChange()) {
        return;
      }
      if (isDirty.current) {
        setConflict(storage.peek());
      } else {
        // All of this tab is stored: the other one went on from there.
        bump();
        setBefore(null);
        put({ ...storage.load(), edition: latest.current.edition });
      }
    };
    addEventListener('storage', onStorage);
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('storage', onStorage);
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [storage, flush, put, bump]);

  // What cannot be saved would be lost with the page.
  const isUnsaved =
    conflict !== null ||
    ((trouble === 'full' || trouble === 'blocked') &&
      Object.keys(edits).length > 0);
  useEffect(() => {
    const onLeave = (event: Event) => {
      if (isUnsaved) {
        event.preventDefault();
      }
    };
    addEventListener(LEAVE_EVENT, onLeave);
    return () => removeEventListener(LEAVE_EVENT, onLeave);
  }, [isUnsaved]);

  const withFiles = <T extends Version>(state: T, changed: Files): T => {
    const originals = originalsOf(lab, state.edition);
    const next = { ...state.edits[state.edition] };
    for (const [path, code] of Object.entries(changed)) {
      const original = originals[path];
      if (original === undefined) {
        continue;
      }
      if (code === original) {
        delete next[path];
      } else {
        // An edit of an older original stays one: the reader decides of that.
        const { base } = next[path] ?? editOf(code, original);
        next[path] = { code, base };
      }
    }
    return { ...state, edits: { ...state.edits, [state.edition]: next } };
  };
  /** Another version takes the place of this one. */
  const replaceAll = (next: (state: SavedLab) => Version) => {
    bump();
    setBefore(latest.current);
    change((state) => replaceVersion(state, next(state)));
  };
  const without = ({ edits, edition }: Version, paths?: readonly string[]) => {
    const kept = Object.entries(edits[edition]).filter(
      ([path]) => paths !== undefined && !paths.includes(path),
    );
    return {
      edition,
      edits: { ...edits, [edition]: Object.fromEntries(kept) },
    };
  };

  const staleEdits = Object.entries(edits).flatMap(([path, edit]) => {
    const original = originals[path];
    return original !== undefined && edit.base !== textHash(original)
      ? [{ path, before: original, after: edit.code }]
      : [];
  });

  return {
    edition: saved.edition,
    files,
    originals,
    isEdited: Object.keys(edits).some(
      (path) => files[path] !== originals[path],
    ),
    solved: saved.solved,
    hintCount: saved.hintCount,
    trouble,
    conflict: conflict && differences(lab, conflict, saved),
    staleEdits,
    hasEdits: (edition) => Object.keys(saved.edits[edition]).length > 0,
    canUndo: before !== null,
    replaced: (before === null && saved.replaced) || null,
    revision,
    filesNow() {
      const { edition, edits } = latest.current;
      return merged(originalsOf(lab, edition), edits[edition]);
    },
    edit(path, code) {
      setBefore(null);
      change((state) => withFiles(state, { [path]: code }));
    },
    replace(changed) {
      bump();
      setBefore(latest.current);
      change((state) => withFiles(state, changed));
    },
    open(edition, changed) {
      replaceAll(({ edits }) =>
        withFiles(without({ edits, edition }), changed),
      );
    },
    reset() {
      replaceAll((state) => without(state));
    },
    undo() {
      if (before !== null) {
        bump();
        // What was reached since is not code, and stays.
        change(({ solved, hintCount }) => ({
          ...before,
          solved: solved || before.solved,
          hintCount: Math.max(hintCount, before.hintCount),
        }));
        setBefore(null);
      }
    },
    bringBack() {
      bump();
      change(bringBack);
    },
    setEdition(edition) {
      setBefore(null);
      change((state) => ({ ...state, edition }));
    },
    markSolved() {
      change((state) => ({ ...state, solved: true }));
    },
    showHint() {
      change((state) => ({ ...state, hintCount: state.hintCount + 1 }));
    },
    settleConflict(whose) {
      bump();
      setBefore(null);
      const mine = latest.current;
      const theirs = storage.load();
      const [kept, left] = whose === 'mine' ? [mine, theirs] : [theirs, mine];
      put({
        ...replaceVersion(left, kept),
        solved: mine.solved || theirs.solved,
        hintCount: Math.max(mine.hintCount, theirs.hintCount),
      });
      storage.overwrite(latest.current);
      isDirty.current = false;
      setConflict(null);
    },
    settleStale(whose) {
      const paths = staleEdits.map(({ path }) => path);
      if (whose === 'original') {
        replaceAll((state) => without(state, paths));
        return;
      }
      const mine = Object.fromEntries(
        staleEdits.map(({ path, after }) => [path, after]),
      );
      change((state) =>
        withFiles({ ...state, ...without(state, paths) }, mine),
      );
    },
  };
}

/** Between two versions, in whatever edition. */
function differences(lab: Lab, a: Version, b: Version): FileChange[] {
  return (Object.keys(a.edits) as Edition[]).flatMap((edition) => {
    const originals = originalsOf(lab, edition);
    return changesBetween(
      merged(originals, a.edits[edition]),
      merged(originals, b.edits[edition]),
    ).map((change) => ({ ...change, edition }));
  });
}

function merged(originals: Files, edits: SavedLab['edits'][Edition]): Files {
  const files: Record<string, string> = { ...originals };
  for (const [path, edit] of Object.entries(edits)) {
    if (Object.hasOwn(originals, path)) {
      files[path] = edit.code;
    }
  }
  return files;
}

/** The files of an edition: the exercise opens one of them. */
export function originalsOf(lab: Lab, edition: Edition): Files {
  const { exercise, python } = lab;
  if (edition === 'python' && python !== undefined) {
    return python.files;
  }
  return edition === 'exercise' && exercise !== undefined
    ? { ...lab.files, [pathOf(lab, exercise.file)]: exercise.code }
    : lab.files;
}
