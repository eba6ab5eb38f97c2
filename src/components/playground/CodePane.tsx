import { nameOf } from '@runnable-guide/labs/lab';
import {
  type KeyboardEvent,
  startTransition,
  useEffect,
  useId,
  useMemo,
  useOptimistic,
  useRef,
} from 'react';
import { type Dictionary, fill } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import type { Edition, Replaced } from '~/lib/lab-storage';
import { Editor, type LineRequest } from './Editor';
import { marksOf } from './own-places';
import type { RunState } from './run-state';
import { usePythonLanguage } from './use-python-language';
import type { TypeHelp } from './use-type-help';

/** So much of the next tab is left to click, as the strip has no scrollbar. */
const PEEK_PX = 40;

interface Props {
  text: Dictionary;
  locale: Locale;
  tabs: readonly string[];
  files: Readonly<Record<string, string>>;
  revision: number;
  activeFile: string;
  state: RunState;
  request: LineRequest | null;
  types: TypeHelp;
  /** The reader's files that others took the place of. */
  replaced: Replaced | null;
  onBringBack: (edition: Edition) => void;
  onOpen: (path: string) => void;
  onEdit: (path: string, code: string) => void;
  onRun: () => void;
  onRunTests: () => void;
}

export function CodePane(props: Props) {
  const { text, tabs, files, activeFile, types } = props;
  const { replaced, onBringBack } = props;
  // The tab answers at once, the editor when it has drawn the file.
  const [chosen, setChosen] = useOptimistic(activeFile);
  const open = (path: string) =>
    startTransition(() => {
      setChosen(path);
      props.onOpen(path);
    });
  const { problems, tests, staleTests } = props.state;
  const marks = useMemo(
    () => marksOf(problems, staleTests ? [] : tests),
    [problems, tests, staleTests],
  );
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const index = tabs.indexOf(chosen);
    const next = {
      ArrowLeft: index - 1,
      ArrowRight: index + 1,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    if (next === undefined) {
      return;
    }
    event.preventDefault();
    const target = (next + tabs.length) % tabs.length;
    open(tabs[target] as string);
    list.current?.querySelectorAll('button')[target]?.focus();
  };

  // The tab comes into view, whoever opened it, and a bit of its neighbours.
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a new tab only
  useEffect(() => {
    const bar = list.current;
    const tab = bar?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (bar && tab) {
      const end = tab.offsetLeft + tab.offsetWidth + PEEK_PX;
      bar.scrollLeft = Math.min(
        Math.max(bar.scrollLeft, end - bar.clientWidth),
        tab.offsetLeft - PEEK_PX,
      );
    }
  }, [chosen]);

  const isPython = activeFile.endsWith('.py');
  const python = usePythonLanguage(isPython);
  return (
    <div className="pg-code">
      <div
        className="pg-tabs"
        role="tablist"
        aria-label={text.files}
        ref={list}
        onKeyDown={onKeyDown}
      >
        {tabs.map((path) => (
          <button
            type="button"
            role="tab"
            key={path}
            id={`${id}-${nameOf(path)}`}
            aria-selected={path === chosen}
            aria-controls={`${id}-panel`}
            tabIndex={path === chosen ? 0 : -1}
            onClick={() => open(path)}
            className={marks[path] === undefined ? '' : 'has-problem'}
          >
            {nameOf(path)}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        className="pg-editor"
        role="tabpanel"
        aria-labelledby={`${id}-${nameOf(activeFile)}`}
      >
        <Editor
          locale={props.locale}
          path={activeFile}
          files={files}
          revision={props.revision}
          label={fill(text.editorLabel, { file: nameOf(activeFile) })}
          describedBy={`${id}-help`}
          marks={marks}
          request={props.request}
          extension={python ?? types.extension}
          onEdit={props.onEdit}
          onRun={props.onRun}
          onRunTests={props.onRunTests}
        />
      </div>
      <div className="pg-help">
        <p id={`${id}-help`} tabIndex={-1}>
          {text.editorHelp}
        </p>
        {replaced !== null && (
          <button type="button" onClick={() => onBringBack(replaced.edition)}>
            {text.bringBack}
          </button>
        )}
        {!isPython && (
          <button
            type="button"
            aria-pressed={types.phase === 'on'}
            disabled={types.phase === 'loading'}
            onClick={types.toggle}
          >
            {
              {
                off: text.typesOff,
                loading: text.typesLoading,
                on: text.typesOn,
                failed: text.typesFailed,
              }[types.phase]
            }
          </button>
        )}
      </div>
    </div>
  );
}
