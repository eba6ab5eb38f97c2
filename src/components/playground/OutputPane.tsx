import type { Exercise } from '@runnable-guide/labs/lab';
import { useEffect, useState } from 'react';
import type { Dictionary } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import type { Figure } from '~/lib/figures';
import { ConsoleLines } from './ConsoleLines';
import { hintForNumbers } from './hints';
import { NoticeView, ProblemView } from './ProblemView';
import type { RunState } from './run-state';
import { Tabs } from './Tabs';
import { TestList } from './TestList';

interface Props {
  text: Dictionary;
  locale: Locale;
  state: RunState;
  exercise: Exercise | undefined;
  hasTests: boolean;
  /** The figure shown, and its frame: lines that belong to it are marked. */
  figure: Figure | undefined;
  frame: number;
  /** Grows when the reader asks for a run of the program. */
  runCount: number;
  onFrame: (index: number) => void;
  onOpen: (path: string, line: number) => void;
}

export function OutputPane(props: Props) {
  const { text, locale, state, exercise, hasTests, onOpen } = props;
  const [view, setView] = useState<'console' | 'tests'>('console');
  // A short run is drawn when it has ended, and was never seen running.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a run
  useEffect(() => {
    if (state.mode === 'tests') {
      setView('tests');
    }
  }, [state.startedAt, state.mode]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the trigger
  useEffect(() => setView('console'), [props.runCount]);
  const shown = hasTests ? view : 'console';
  const hint = hintForNumbers(state.lines, state.figures);
  return (
    <div className="pg-output">
      {hasTests && (
        <Tabs
          label={text.output}
          items={[
            { key: 'console', title: text.console },
            { key: 'tests', title: text.tests },
          ]}
          active={shown}
          onChoose={(key) => setView(key as typeof view)}
        />
      )}
      <div className="pg-log" role="log" aria-label={text.output} tabIndex={0}>
        {state.problems.map((problem, index) => (
          <ProblemView
            // biome-ignore lint/suspicious/noArrayIndexKey: problems are only appended
            key={index}
            text={text}
            problem={problem}
            onOpen={onOpen}
          />
        ))}
        {state.notices.map((notice) => (
          <NoticeView
            key={`${notice.code}-${notice.limit}`}
            text={text}
            notice={notice}
          />
        ))}
        {shown === 'console' && hint !== null && (
          <p className="pg-hint">{text[hint]}</p>
        )}
        {shown === 'console' ? (
          <ConsoleLines
            text={text}
            lines={state.lines}
            isDone={state.phase === 'ready'}
            figure={props.figure}
            frame={props.frame}
            onFrame={props.onFrame}
          />
        ) : (
          <TestList
            text={text}
            locale={locale}
            tests={state.tests}
            isStale={state.staleTests}
            exercise={exercise}
            onOpen={onOpen}
          />
        )}
      </div>
    </div>
  );
}
