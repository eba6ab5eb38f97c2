import { type LabId, loadLab } from '@runnable-guide/labs/catalog';
import { type Lab, pathOf } from '@runnable-guide/labs/lab';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { dictionaryOf, fill } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import { labTexts } from '~/lib/lab-texts';
import { CodePane } from './CodePane';
import { FigurePane } from './FigurePane';
import { OutputPane } from './OutputPane';
import { EngineProvider, useEngine } from './sandpack';
import { statusOf } from './status';
import { Toolbar } from './Toolbar';
import { useRun } from './use-run';

export interface LiveProps {
  lab: LabId;
  title: string;
  locale: Locale;
  sandboxUrl: string;
  /** What the reader asked for before this was loaded. */
  firstAction: 'run' | 'tests';
  /** Shown until the lab's sources are here. */
  placeholder: ReactNode;
}

export default function Live(props: LiveProps) {
  const { lab: id, title, locale, sandboxUrl, placeholder } = props;
  const text = dictionaryOf(locale);
  const [lab, setLab] = useState<Lab | null>(null);
  useEffect(() => {
    void loadLab(id).then(setLab);
  }, [id]);
  const tabs = useMemo(
    () => lab?.tabs.map((name) => pathOf(lab, name)) ?? [],
    [lab],
  );
  if (lab === null) {
    return (
      <section
        className="playground not-content"
        data-lab={id}
        data-state="loading"
        aria-label={fill(text.playground, { title })}
      >
        {placeholder}
      </section>
    );
  }
  return (
    <EngineProvider files={lab.files} tabs={tabs} sandboxUrl={sandboxUrl}>
      <Bench {...props} lab={lab} tabs={tabs} id={id} />
    </EngineProvider>
  );
}

interface BenchProps extends Omit<LiveProps, 'lab'> {
  id: LabId;
  lab: Lab;
  tabs: readonly string[];
}

function Bench({ id, lab, tabs, title, locale, firstAction }: BenchProps) {
  const text = dictionaryOf(locale);
  const { state, receive } = useRun();
  const { engine, frame } = useEngine(receive);
  const [announcement, setAnnouncement] = useState('');
  const texts = useMemo(() => labTexts(lab, locale), [lab, locale]);

  const isEdited = tabs.some((path) => engine.files[path] !== lab.files[path]);
  const isReady = state.phase !== 'loading' && state.phase !== 'running';
  const testsWanted = useRef(firstAction === 'tests');
  useEffect(() => {
    if (isReady && testsWanted.current) {
      testsWanted.current = false;
      engine.runTests();
    }
  });

  const reset = () => {
    engine.editFiles(
      Object.fromEntries(tabs.map((path) => [path, lab.files[path] ?? ''])),
    );
    setAnnouncement(text.reverted);
  };
  const runTests = () => {
    setAnnouncement('');
    engine.runTests();
  };
  const run = () => {
    setAnnouncement('');
    engine.run();
  };

  return (
    <section
      className="playground not-content"
      data-lab={id}
      data-state={state.phase}
      aria-label={fill(text.playground, { title })}
    >
      <Toolbar
        text={text}
        title={title}
        status={announcement || statusOf(state, text)}
        isRunning={state.phase === 'running'}
        hasTests={lab.tests.length > 0}
        isEdited={isEdited}
        onRun={run}
        onStop={engine.stop}
        onRunTests={runTests}
        onReset={reset}
      />
      <CodePane
        text={text}
        tabs={tabs}
        files={engine.files}
        activeFile={engine.activeFile}
        problems={state.problems}
        onOpen={engine.openFile}
        onEdit={(path, code) => {
          setAnnouncement('');
          engine.editFile(path, code);
        }}
        onRun={run}
        onRunTests={runTests}
      />
      <div className="pg-results">
        <FigurePane
          id={id}
          text={text}
          locale={locale}
          figures={state.figures}
          texts={texts}
        />
        <OutputPane
          text={text}
          state={state}
          hasTests={lab.tests.length > 0}
          onOpen={engine.openFile}
        />
      </div>
      {frame}
    </section>
  );
}
