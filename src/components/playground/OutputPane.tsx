import { useEffect, useState } from 'react';
import type { Dictionary } from '~/i18n/dictionary';
import { ConsoleLines } from './ConsoleLines';
import { NoticeView, ProblemView } from './ProblemView';
import type { RunState } from './run-state';
import { Tabs } from './Tabs';
import { TestList } from './TestList';

interface Props {
  text: Dictionary;
  state: RunState;
  hasTests: boolean;
  onOpen: (path: string) => void;
}

export function OutputPane({ text, state, hasTests, onOpen }: Props) {
  const [view, setView] = useState<'console' | 'tests'>('console');
  useEffect(() => {
    if (state.phase === 'running' && state.mode === 'tests') {
      setView('tests');
    }
  }, [state.phase, state.mode]);
  // An edit re-runs the program; its output is then what matters, unless the
  // reader is looking at tests.
  const shown = hasTests ? view : 'console';
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
        {shown === 'console' ? (
          <ConsoleLines
            text={text}
            lines={state.lines}
            isDone={state.phase === 'ready'}
          />
        ) : (
          <TestList text={text} tests={state.tests} onOpen={onOpen} />
        )}
      </div>
    </div>
  );
}
