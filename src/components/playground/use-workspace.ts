import type { Lab } from '@runnable-guide/labs/lab';
import { pathOf } from '@runnable-guide/labs/lab';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import {
  createLabStorage,
  type Edition,
  editOf,
  type SavedLab,
  type StorageTrouble,
} from '~/lib/lab-storage';
import { LEAVE_EVENT } from '~/lib/leave-page';
import { textHash } from '~/lib/text-hash';

type Files = Readonly<Record<string, string>>;

/** An edit made from an original that has changed since. */
export interface StaleEdit {
  path: string;
  code: string;
  original: string;
}

export interface Workspace {
  edition: Edition;
  files: Files;
  originals: Files;
  isEdited: boolean;
  solved: boolean;
  hintCount: number;
  trouble: StorageTrouble | null;
  /** Another tab has saved a different version of this lab. */
  hasConflict: boolean;
  staleEdits: readonly StaleEdit[];
  canUndo: boolean;
  /** Grows when files change by anything but typing. */
  revision: number;
  /** `files` with the last edit, which React may not have come to yet. */
  filesNow: () => Files;
  edit: (path: string, code: string) => void;
  /** Replaces several files at once; `undo` takes that back. */
  replace: (files: Files, edition?: Edition) => void;
  reset: () => void;
  undo: () => void;
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
  const storage = useMemo(
    () => createLabStorage(id, () => window.localStorage, setTrouble, first),
    [id, first],
  );
  const [saved, setSaved] = useState<SavedLab>(() => storage.load());
  const [before, setBefore] = useState<SavedLab | null>(null);
  const [hasConflict, setHasConflict] = useState(false);
  const [revision, setRevision] = useState(0);
  const bump = () => setRevision((count) => count + 1);

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
      isDirty.current = false;
      if (!storage.save(latest.current)) {
        setHasConflict(true);
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
    if (hasConflict) {
      return;
    }
    const timer = setTimeout(flush, SAVE_MS);
    return () => clearTimeout(timer);
  }, [saved, flush, hasConflict]);

  useEffect(() => {
    const onStorage = (event: StorageEvent) => {
      if (event.key === storage.key && storage.hasForeignChange()) {
        setHasConflict(true);
      }
    };
    addEventListener('storage', onStorage);
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('storage', onStorage);
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [storage, flush]);

  // What cannot be saved would be lost with the page.
  const isUnsaved =
    hasConflict ||
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

  const withFiles = (state: SavedLab, changed: Files): SavedLab => {
    const base = originalsOf(lab, state.edition);
    const next = { ...state.edits[state.edition] };
    for (const [path, code] of Object.entries(changed)) {
      const original = base[path];
      if (original === undefined) {
        continue;
      }
      if (code === original) {
        delete next[path];
      } else {
        next[path] = editOf(code, original);
      }
    }
    return { ...state, edits: { ...state.edits, [state.edition]: next } };
  };

  const staleEdits = Object.entries(edits).flatMap(([path, edit]) => {
    const original = originals[path];
    return original !== undefined && edit.base !== textHash(original)
      ? [{ path, code: edit.code, original }]
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
    hasConflict,
    staleEdits,
    canUndo: before !== null,
    revision,
    filesNow() {
      const { edition, edits } = latest.current;
      return merged(originalsOf(lab, edition), edits[edition]);
    },
    edit(path, code) {
      setBefore(null);
      change((state) => withFiles(state, { [path]: code }));
    },
    replace(changed, edition) {
      bump();
      setBefore(latest.current);
      change((state) =>
        withFiles({ ...state, edition: edition ?? state.edition }, changed),
      );
    },
    reset() {
      bump();
      setBefore(latest.current);
      change((state) => ({
        ...state,
        edits: { ...state.edits, [state.edition]: {} },
      }));
    },
    undo() {
      if (before !== null) {
        bump();
        change(() => before);
        setBefore(null);
      }
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
      isDirty.current = false;
      if (whose === 'theirs') {
        setBefore(latest.current);
        put(storage.load());
      } else {
        storage.overwrite(latest.current);
      }
      setHasConflict(false);
    },
    settleStale(whose) {
      bump();
      setBefore(latest.current);
      change((state) => {
        const next = { ...state.edits[state.edition] };
        for (const { path, code, original } of staleEdits) {
          if (whose === 'original') {
            delete next[path];
          } else {
            next[path] = editOf(code, original);
          }
        }
        return { ...state, edits: { ...state.edits, [state.edition]: next } };
      });
    },
  };
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
