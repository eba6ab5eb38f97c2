import { nameOf } from '@runnable-guide/labs/lab';
import { type Dictionary, fill, type MessageKey } from '~/i18n/dictionary';
import type { LabTexts } from '~/lib/lab-texts';
import { hintForProblem, unwrittenTask } from './hints';
import { Prose } from './Prose';
import type { Notice, Place, Problem } from './run-state';

interface PlaceProps {
  text: Dictionary;
  problem: Problem;
  onOpen: (path: string, line: number) => void;
}

interface ProblemProps extends PlaceProps {
  texts: LabTexts;
}

const kindLabels: Partial<Record<Problem['kind'], MessageKey>> = {
  syntax: 'errorSyntax',
  rejection: 'errorRejection',
  module: 'errorModule',
};

export function ProblemView({ text, texts, problem, onOpen }: ProblemProps) {
  const unwritten = unwrittenTask(problem);
  if (unwritten !== null) {
    return (
      <Unwritten text={text} texts={texts} {...unwritten} onOpen={onOpen} />
    );
  }
  const hint = hintForProblem(problem);
  return (
    <div className="pg-problem" role="alert">
      <p className="pg-problem-title">{titleOf(problem, text)}</p>
      <ProblemPlace text={text} problem={problem} onOpen={onOpen} />
      {hint !== null && (
        <p className="pg-hint">
          <Prose text={text[hint]} />
        </p>
      )}
    </div>
  );
}

function titleOf(problem: Problem, text: Dictionary): string {
  const { kind, name, message, missingExport } = problem;
  if (missingExport !== undefined) {
    return missingExportText(missingExport, text);
  }
  const label = kindLabels[kind];
  return `${label === undefined ? name : text[label]}: ${message}`;
}

/** A name that an import asks for in vain, and which one may be meant. */
export function missingExportText(
  missing: NonNullable<Problem['missingExport']>,
  text: Dictionary,
): string {
  const { module, name, exported, isNear } = missing;
  const [nearest = ''] = exported;
  const said = fill(text.missingExport, { module, name });
  if (isNear) {
    return said + fill(text.missingExportNear, { name: nearest });
  }
  const list = exported.join(', ');
  return said + (list && fill(text.missingExportList, { list }));
}

/** Where it happened: leads to the line; and the line itself. */
export function ProblemPlace({ text, problem, onOpen }: PlaceProps) {
  const { path, line, codeLine, thrownIn } = problem;
  if (!path || line === undefined) {
    return null;
  }
  return (
    <>
      <button
        type="button"
        className="pg-problem-place"
        onClick={() => onOpen(path, line)}
      >
        {placeOf(problem, text)}
      </button>
      {thrownIn !== undefined && (
        <button
          type="button"
          className="pg-problem-place is-inner"
          onClick={() => onOpen(thrownIn.path, thrownIn.line)}
        >
          {fill(text.errorFrom, { place: lineOf(thrownIn, text) })}
        </button>
      )}
      {codeLine && (
        <pre className="pg-problem-code">
          <code>{codeLine.trim()}</code>
        </pre>
      )}
    </>
  );
}

interface UnwrittenProps {
  text: Dictionary;
  texts: LabTexts;
  task: string;
  path: string;
  line: number;
  onOpen: ProblemProps['onOpen'];
}

/** A function of an exercise that the reader has not come to yet. */
export function Unwritten(props: UnwrittenProps) {
  const { text, texts, path, line, onOpen } = props;
  const task = texts.task(props.task);
  return (
    <p className="pg-hint">
      {fill(text.notWritten, { task })}{' '}
      <button
        type="button"
        className="pg-problem-place"
        onClick={() => onOpen(path, line)}
      >
        {fill(text.errorAt, { file: nameOf(path), line })}
      </button>
    </p>
  );
}

function placeOf(problem: Problem, text: Dictionary): string {
  const { path = '', line = 0, column } = problem;
  return column === undefined
    ? lineOf({ path, line }, text)
    : fill(text.errorAtColumn, { file: nameOf(path), line, column });
}

function lineOf(
  { path, line }: Pick<Place, 'path' | 'line'>,
  text: Dictionary,
): string {
  return fill(text.errorAt, { file: nameOf(path), line });
}

const limitMessages: Record<string, MessageKey> = {
  consoleLines: 'limitConsoleLines',
  plotFrames: 'limitPlotFrames',
  plotCells: 'limitPlotCells',
  testCases: 'limitTestCases',
  errors: 'limitErrors',
};

interface NoticeProps {
  text: Dictionary;
  notice: Notice;
}

export function NoticeView({ text, notice }: NoticeProps) {
  const { code, limit = '', value = 0 } = notice;
  const message: Record<Notice['code'], string> = {
    stopped: text.stoppedByReader,
    'time-limit': fill(text.stoppedByLimit, { seconds: value / 1_000 }),
    crashed: text.crashed,
    flood: text.stoppedByFlood,
    'no-library': text.noLibrary,
    'no-python': text.noPython,
    waiting: text.waitingForever,
    limit: fill(text[limitMessages[limit] ?? 'limitConsoleLines'], { value }),
  };
  return (
    <p className="pg-notice" role="alert">
      {message[code]}
    </p>
  );
}
