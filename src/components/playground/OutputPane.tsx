import type { Exercise } from '@runnable-guide/labs/lab';
import { memo, useMemo } from 'react';
import type { Dictionary } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import type { Figure } from '~/lib/figures';
import type { LabTexts } from '~/lib/lab-texts';
import { ConsoleLines } from './ConsoleLines';
import { hintForNumbers } from './hints';
import { NoticeView, ProblemView } from './ProblemView';
import { Prose } from './Prose';
import type { RunState } from './run-state';
import { Tabs } from './Tabs';
import { TestList } from './TestList';

export type OutputView = 'console' | 'tests';

interface Props {
  text: Dictionary;
  locale: Locale;
  state: RunState;
  exercise: Exercise | undefined;
  texts: LabTexts;
  hasTests: boolean;
  /** The figure shown, and its frame: lines that belong to it are marked. */
  figure: Figure | undefined;
  frame: number;
  view: OutputView;
  onView: (view: OutputView) => void;
  onFrame: (index: number) => void;
  onOpen: (path: string, line: number) => void;
}

/** Long output is not gone through again for a key pressed in the editor. */
export const OutputPane = memo(function OutputPane(props: Props) {
  const { text, locale, state, exercise, hasTests, onOpen } = props;
  const shown = hasTests ? props.view : 'console';
  const { lines, figures } = state;
  const hint = useMemo(() => hintForNumbers(lines, figures), [lines, figures]);
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
          onChoose={(key) => props.onView(key as OutputView)}
        />
      )}
      <div className="pg-log" role="log" aria-label={text.output} tabIndex={0}>
        {state.problems.map((problem, index) => (
          <ProblemView
            // biome-ignore lint/suspicious/noArrayIndexKey: problems are only appended
            key={index}
            text={text}
            texts={props.texts}
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
          <p className="pg-hint">
            <Prose text={text[hint]} />
          </p>
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
            texts={props.texts}
            exercise={exercise}
            onOpen={onOpen}
          />
        )}
      </div>
    </div>
  );
});
