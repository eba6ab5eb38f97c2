import type { EditorState, Extension, StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Locale } from '~/i18n/locales';
import {
  createEditorState,
  extraExtensions,
  goToLine,
  markErrorLines,
  replaceText,
} from './editor-state';
import type { Marks } from './own-places';

/** A line that the reader asked to see; a new object is a new request. */
export interface LineRequest {
  path: string;
  line: number;
}

interface Props {
  locale: Locale;
  path: string;
  files: Readonly<Record<string, string>>;
  /** Grows when `files` change by anything but typing here. */
  revision: number;
  label: string;
  describedBy: string;
  /** A new object is of a new run. */
  marks: Marks;
  request: LineRequest | null;
  /** Type help, while the reader has it on. */
  extension: Extension;
  onEdit: (path: string, code: string) => void;
  onRun: () => void;
  onRunTests: () => void;
}

/**
 * CodeMirror on the files of the engine. Every file keeps its own state, so
 * undo, selection and scrolling survive a change of tabs.
 */
export function Editor(props: Props) {
  const { path, files, revision, label, describedBy, marks } = props;
  const { extension, request } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const states = useRef(new Map<string, EditorState>());
  const scrolls = useRef(new Map<string, StateEffect<unknown>>());
  /** Marks that a file has: later edits have moved them with their lines. */
  const marked = useRef(new Map<string, Marks>());
  const shownPath = useRef(path);
  const latest = useRef(props);
  latest.current = props;

  const stateOf = (file: string): EditorState => {
    const known = states.current.get(file);
    if (known !== undefined) {
      return known;
    }
    return createEditorState({
      locale: latest.current.locale,
      path: file,
      text: latest.current.files[file] ?? '',
      label: latest.current.label,
      describedBy,
      onEdit: (code) => latest.current.onEdit(shownPath.current, code),
      onRun: () => latest.current.onRun(),
      onRunTests: () => latest.current.onRunTests(),
    });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: mount once
  useLayoutEffect(() => {
    if (host.current === null) {
      return;
    }
    const editor = new EditorView({
      parent: host.current,
      state: stateOf(shownPath.current),
    });
    view.current = editor;
    measureNow(editor);
    return () => editor.destroy();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: on a new tab only
  useEffect(() => {
    const editor = view.current;
    if (editor === null || shownPath.current === path) {
      return;
    }
    states.current.set(shownPath.current, editor.state);
    scrolls.current.set(shownPath.current, editor.scrollSnapshot());
    shownPath.current = path;
    // All at once: each further change would lay the editor out again.
    const isMarked = marked.current.get(path) === marks;
    const lines = isMarked ? null : (marks[path] ?? []);
    marked.current.set(path, marks);
    editor.setState(dressed(stateOf(path), lines, extension));
    const scroll = scrolls.current.get(path);
    editor.dispatch({ effects: scroll ?? EditorView.scrollIntoView(0) });
    editor.contentDOM.setAttribute('aria-label', label);
  }, [path]);

  // Typing comes back through React later than the next key: not for us.
  // biome-ignore lint/correctness/useExhaustiveDependencies: changes from outside only
  useEffect(() => {
    for (const [file, code] of Object.entries(files)) {
      const kept = states.current.get(file);
      if (file === shownPath.current) {
        replaceText(view.current, code);
      } else if (kept !== undefined && kept.doc.toString() !== code) {
        states.current.set(
          file,
          kept.update({
            changes: { from: 0, to: kept.doc.length, insert: code },
          }).state,
        );
      }
    }
  }, [revision]);

  useEffect(() => {
    const editor = view.current;
    const file = shownPath.current;
    if (editor !== null && marked.current.get(file) !== marks) {
      marked.current.set(file, marks);
      editor.dispatch(markErrorLines(editor.state, marks[file] ?? []));
    }
  }, [marks]);

  useEffect(() => {
    view.current?.dispatch({
      effects: extraExtensions.reconfigure(extension),
    });
  }, [extension]);

  useEffect(() => {
    const editor = view.current;
    if (editor !== null && request?.path === shownPath.current) {
      editor.dispatch(goToLine(editor.state, request.line));
      editor.focus();
    }
  }, [request]);

  return <div className="pg-codemirror" ref={host} />;
}

/**
 * Else an editor out of sight has lines of a guessed height, and moves them as
 * soon as it is seen. Only one that is to scroll is measured out of sight.
 */
function measureNow(editor: EditorView): void {
  editor.dispatch({ effects: editor.scrollSnapshot() });
  editor.lineBlockAtHeight(0);
}

/** A state that is shown again, with new marks if any, and today's extras. */
function dressed(
  state: EditorState,
  lines: readonly number[] | null,
  extension: Extension,
): EditorState {
  return state.update(
    lines === null ? {} : markErrorLines(state, lines),
    extraExtensions.get(state) === extension
      ? {}
      : { effects: extraExtensions.reconfigure(extension) },
  ).state;
}
