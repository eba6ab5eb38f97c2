import type { LabId } from '@runnable-guide/labs/catalog';
import { type Lab, pathOf } from '@runnable-guide/labs/lab';
import pyodideFiles from 'pyodide-files';
import {
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { dictionaryOf, fill } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import { type Edition, isEdition, roundOf } from '~/lib/lab-storage';
import { labTexts } from '~/lib/lab-texts';
import { CodePane } from './CodePane';
import { DataPanel } from './DataPanel';
import type { LineRequest } from './Editor';
import { ExercisePanel } from './ExercisePanel';
import { FigurePane } from './FigurePane';
import { readLabData } from './lab-data';
import { OutputPane, type OutputView } from './OutputPane';
import { useOwnPlaces } from './own-places';
import { PythonPanel } from './PythonPanel';
import { initialRun, type RunState } from './run-state';
import { Runtime } from './sandpack';
import { copyEmbedCode, copyShareLink, downloadLab } from './share';
import { statusOf, testCount } from './status';
import { Tabs } from './Tabs';
import { Toolbar } from './Toolbar';
import { useEngine } from './use-engine';
import { useExpansion } from './use-expansion';
import { useSharedLink } from './use-shared-link';
import { useTypeHelp } from './use-type-help';
import { useWorkspace } from './use-workspace';
import { WorkspaceBanners } from './WorkspaceBanners';

export interface BenchProps {
  id: LabId;
  lab: Lab;
  title: string;
  locale: Locale;
  sandboxUrl: string;
  /** The exercise alone, without hints and solution. */
  isRound: boolean;
  /** What the reader asked for before this was loaded. */
  firstAction: 'run' | 'tests';
  /** Height of the static version (px): kept until there is a result. */
  height: number;
}

type Pane = 'code' | 'figure' | 'output';

/** Their results are what the console and the figures show. */
const PROGRAMS = ['/main.ts', '/main.py'];
const NO_TESTS: RunState['tests'] = [];
/** What was shown before belongs to another program. */
const NOT_RUN = { ...initialRun, phase: 'stopped' } as const;

const pythonSize = pyodideFiles.reduce((sum, { packed }) => sum + packed, 0);

/** A lab at work: code, figure and output, and what connects them. */
export function Bench({
  height,
  id,
  lab,
  title,
  locale,
  sandboxUrl,
  isRound,
  firstAction,
}: BenchProps) {
  const text = dictionaryOf(locale);
  const workspace = useWorkspace(
    isRound ? roundOf(id) : id,
    lab,
    isRound ? 'exercise' : 'solution',
  );
  const link = useSharedLink(id, lab);
  const { exercise } = lab;
  // A round asks for the exercise.
  const python = isRound ? undefined : lab.python;
  const hasEditions = !isRound && (exercise ?? python) !== undefined;
  const isPython = workspace.edition === 'python' && python !== undefined;
  const isExercise = workspace.edition === 'exercise' && exercise !== undefined;
  const listed = isPython ? python : lab;
  // Python is large: it is loaded when the reader first asks to run it.
  const [hasPython, setHasPython] = useState(false);
  const isWaiting = isPython && !hasPython;
  // Code from a link waits for the reader's word; so does everything else.
  const { engine, isMounted, onMessage, ...control } = useEngine(
    link.isPending || isWaiting ? null : firstAction,
  );
  const state = isWaiting ? NOT_RUN : control.state;
  const expansion = useExpansion();
  const [announcement, setAnnouncement] = useState('');
  const [pane, setPane] = useState<Pane>('code');
  const [view, setView] = useState<OutputView>('console');
  const [wantedFile, setOpenFile] = useState(() =>
    pathOf(listed, (isRound && exercise?.file) || (listed.tabs[0] ?? '')),
  );
  const openFile = Object.hasOwn(workspace.files, wantedFile)
    ? wantedFile
    : firstFile(lab, workspace.edition);
  // It outlives the editors of an edition.
  const types = useTypeHelp(workspace.files, openFile);
  const [request, setRequest] = useState<LineRequest | null>(null);
  const [figureName, setFigureName] = useState('');
  const [frame, setFrame] = useState(-1);
  const [playCount, setPlayCount] = useState(0);

  const texts = useMemo(() => labTexts(lab, locale), [lab, locale]);
  const ownTabs = useMemo(
    () => listed.tabs.map((name) => pathOf(listed, name)),
    [listed],
  );
  // An error may lie in a file that has no tab of its own.
  const tabs = ownTabs.includes(openFile) ? ownTabs : [...ownTabs, openFile];
  const tests = isExercise ? exercise.tests : listed.tests;

  const { markSolved, solved } = workspace;
  // Only a test run of the exercise itself solves it.
  const [tested, setTested] = useState<Edition | null>(null);
  const isSolved = tested === 'exercise' && state.phase === 'passed';
  useEffect(() => {
    if (isSolved && !solved) {
      markSolved();
    }
  }, [isSolved, solved, markSolved]);

  // On a narrow screen the result of a run that was asked for comes to view.
  const isAsked = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a run
  useEffect(() => {
    if (/error|stopped/.test(state.phase) && isAsked.current) {
      setPane('output');
    }
    isAsked.current &&= state.phase === 'running';
  }, [state.phase, state.startedAt]);

  const run = () => {
    isAsked.current = true;
    control.run(workspace.filesNow);
    // What the press itself shows comes first.
    startTransition(() => {
      setAnnouncement('');
      setPane(state.figures.length > 0 ? 'figure' : 'output');
      setPlayCount((count) => count + 1);
      setView('console');
      setHasPython((had) => had || isPython);
    });
  };
  const runTests = () => {
    setAnnouncement('');
    setPane('output');
    setView('tests');
    setTested(workspace.edition);
    setHasPython((had) => had || isPython);
    control.runTests(
      tests.map((name) => pathOf(listed, name)),
      workspace.filesNow,
    );
  };
  const wake = () => {
    if (!isWaiting) {
      control.wake();
    }
  };
  // Asked for while this was on its way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    if (firstAction === 'tests' && !link.isPending && !isWaiting) {
      runTests();
    }
  }, []);
  const reset = () => {
    workspace.reset();
    wake();
    setAnnouncement(text.reverted);
  };
  // The editor shows a key by itself: all else may come after the next one.
  const edit = (path: string, code: string) =>
    startTransition(() => {
      setAnnouncement('');
      workspace.edit(path, code);
      // Tests are of other files: they stay in sight while those are mended.
      if (PROGRAMS.includes(path)) {
        setView('console');
      }
      wake();
    });
  const replaceData = (path: string, code: string) => {
    setAnnouncement('');
    workspace.replace({ [path]: code });
    control.wake();
  };
  /** What was shown belongs to the program in the other language. */
  const changeLanguage = (to: Edition) => {
    if (isPython !== (to === 'python')) {
      control.forget();
    }
  };
  const accept = () => {
    if (link.code !== null) {
      workspace.open(link.code.edition, link.code.files);
      link.discard();
      setOpenFile(firstFile(lab, link.code.edition));
      changeLanguage(link.code.edition);
      if (link.code.edition === 'python') {
        setHasPython(true);
      }
      if (isPython && link.code.edition === 'python') {
        control.run(workspace.filesNow);
      } else {
        control.wake();
      }
    }
  };
  const bringBack = (edition: Edition) => {
    setTested(null);
    changeLanguage(edition);
    workspace.bringBack();
    setOpenFile(firstFile(lab, edition));
    wake();
    setAnnouncement(text.broughtBack);
  };
  const setEdition = (edition: string) => {
    setTested(null);
    setPane('code');
    if (isEdition(edition)) {
      changeLanguage(edition);
      workspace.setEdition(edition);
      setOpenFile(firstFile(lab, edition));
      if (edition !== 'python' || hasPython) {
        control.wake();
      }
    }
  };
  const open = useCallback((path: string, line: number) => {
    setPane('code');
    setOpenFile(path);
    setRequest({ path, line });
  }, []);
  const showFrame = useCallback((index: number) => {
    setFrame(index);
    setPane('figure');
  }, []);
  const isOwnTests = tested === workspace.edition;
  const output = useOwnPlaces(state, isOwnTests ? state.tests : NO_TESTS, {
    isEdited: (path) => workspace.files[path] !== workspace.originals[path],
    hasTab: (path) => ownTabs.includes(path),
  });
  const data = useMemo(
    () => readLabData(lab, workspace.files),
    [lab, workspace.files],
  );
  const edited = Object.fromEntries(
    Object.entries(workspace.files).filter(
      ([path, code]) => code !== workspace.originals[path],
    ),
  );
  const shared = { lab: id, edition: workspace.edition, files: edited };
  const shareOutcomes = {
    copied: text.shareCopied,
    shown: text.shareShown,
    tooLong: text.shareTooLong,
  };
  const share = async () => {
    setAnnouncement(shareOutcomes[await copyShareLink(shared)]);
  };
  const embed = async () => {
    const outcome = await copyEmbedCode(shared, title, locale);
    setAnnouncement(outcome === 'copied' ? text.embedCopied : text.embedSaved);
  };

  const shownFigure =
    state.figures.find(({ name }) => name === figureName) ?? state.figures[0];
  const status = announcement || statusOf(state, text);
  // Figures and lines come one by one; until then the lab keeps its height.
  const keepsHeight = state.durationMs === 0 && !expansion.isExpanded;

  return (
    <section
      ref={expansion.ref}
      popover={expansion.isExpanded ? 'manual' : undefined}
      onKeyDown={expansion.onKeyDown}
      onBlur={expansion.onBlur}
      className="playground not-content"
      style={{ minHeight: keepsHeight ? height : undefined }}
      id={`lab-${id}`}
      data-lab={id}
      data-state={link.isPending && !isMounted ? 'stopped' : state.phase}
      data-tests={testCount(state)}
      data-pane={pane}
      aria-label={fill(text.playground, { title })}
    >
      <Toolbar
        text={text}
        title={title}
        status={
          <>
            {link.isPending && !isMounted ? '' : status}
            {workspace.canUndo && (
              <button
                type="button"
                className="pg-undo"
                onClick={() => {
                  workspace.undo();
                  wake();
                  setAnnouncement(text.undone);
                }}
              >
                {text.undo}
              </button>
            )}
            {Object.values(shareOutcomes).includes(announcement) && (
              <button
                type="button"
                className="pg-undo"
                onClick={() => void embed()}
              >
                {text.embedCopy}
              </button>
            )}
          </>
        }
        isNotice={announcement !== ''}
        isRunning={state.isLive}
        hasTests={tests.length > 0}
        isEdited={workspace.isEdited}
        onRun={run}
        onStop={control.stop}
        onRunTests={runTests}
        onReset={reset}
        onShare={() => void share()}
        onDownload={() => void downloadLab(id, title, workspace.files)}
        onExpand={expansion.toggle}
        isExpanded={expansion.isExpanded}
      />
      <WorkspaceBanners
        text={text}
        locale={locale}
        workspace={workspace}
        link={link}
        onAccept={accept}
      />
      <div className={`pg-modes${hasEditions ? ' has-editions' : ''}`}>
        {hasEditions && (
          <Tabs
            label={text.edition}
            items={[
              { key: 'solution', title: text.solution },
              ...(exercise ? [{ key: 'exercise', title: text.exercise }] : []),
              ...(python ? [{ key: 'python', title: 'Python' }] : []),
            ]}
            active={workspace.edition}
            onChoose={setEdition}
          />
        )}
        <div className="pg-panes">
          <Tabs
            label={text.panes}
            items={[
              { key: 'code', title: text.code },
              { key: 'figure', title: text.figure },
              { key: 'output', title: text.output },
            ]}
            active={pane}
            onChoose={(key) => setPane(key as Pane)}
          />
        </div>
      </div>
      {isExercise && (
        <ExercisePanel
          text={text}
          locale={locale}
          lab={lab}
          workspace={workspace}
          isRound={isRound}
        />
      )}
      {isPython && (
        <PythonPanel
          text={text}
          isWaiting={isWaiting}
          size={pythonSize}
          arrival={state.arrival}
          onRun={run}
        />
      )}
      <div className="pg-body">
        <CodePane
          key={workspace.edition}
          text={text}
          locale={locale}
          tabs={tabs}
          files={workspace.files}
          revision={workspace.revision}
          activeFile={openFile}
          state={output}
          request={request}
          types={types}
          replaced={workspace.replaced}
          onBringBack={bringBack}
          onOpen={setOpenFile}
          onEdit={edit}
          onRun={run}
          onRunTests={runTests}
        />
        {!isPython && (
          <DataPanel
            id={id}
            text={text}
            lab={lab}
            files={workspace.files}
            state={data}
            onChange={replaceData}
          />
        )}
        <div className="pg-results">
          <FigurePane
            id={id}
            text={text}
            locale={locale}
            figures={state.figures}
            active={shownFigure?.name ?? ''}
            frame={frame}
            isDone={state.phase === 'ready'}
            isRunning={state.phase === 'running' && state.mode === 'program'}
            run={state.figureRuns[shownFigure?.name ?? ''] ?? 0}
            playCount={playCount}
            texts={texts}
            data={data}
            code={workspace.files}
            onChoose={setFigureName}
            onFrame={setFrame}
            onData={replaceData}
          />
          <OutputPane
            text={text}
            locale={locale}
            state={output}
            exercise={isExercise && !isRound ? exercise : undefined}
            texts={texts}
            hasTests={tests.length > 0}
            figure={shownFigure}
            frame={frame}
            view={view}
            onView={setView}
            onFrame={showFrame}
            onOpen={open}
          />
        </div>
      </div>
      {isMounted && !isWaiting && (
        <Runtime
          key={isPython ? 'python' : 'typescript'}
          lab={id}
          files={workspace.files}
          isManual={isPython}
          sandboxUrl={sandboxUrl}
          engine={engine}
          onMessage={onMessage}
        />
      )}
    </section>
  );
}

/** The file that an edition opens with. */
function firstFile(lab: Lab, edition: Edition): string {
  const { exercise, python } = lab;
  if (edition === 'python' && python !== undefined) {
    return pathOf(python, python.tabs[0] ?? '');
  }
  return pathOf(
    lab,
    (edition === 'exercise' ? exercise?.file : lab.tabs[0]) ?? '',
  );
}
