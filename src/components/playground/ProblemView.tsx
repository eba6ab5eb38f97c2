import { nameOf } from '@runnable-guide/labs/lab';
import { type Dictionary, fill, type MessageKey } from '~/i18n/dictionary';
import { hintForProblem } from './hints';
import type { Notice, Problem } from './run-state';

interface ProblemProps {
  text: Dictionary;
  problem: Problem;
  onOpen: (path: string) => void;
}

const kindLabels: Partial<Record<Problem['kind'], MessageKey>> = {
  syntax: 'errorSyntax',
  rejection: 'errorRejection',
  module: 'errorModule',
};

export function ProblemView({ text, problem, onOpen }: ProblemProps) {
  const { kind, name, message, path } = problem;
  const label = kindLabels[kind];
  const hint = hintForProblem(problem);
  return (
    <div className="pg-problem" role="alert">
      <p className="pg-problem-title">
        {label === undefined ? name : text[label]}: {message}
      </p>
      {path !== undefined && path !== '' && (
        <button
          type="button"
          className="pg-problem-place"
          onClick={() => onOpen(path)}
        >
          {placeOf(problem, text)}
        </button>
      )}
      {problem.codeLine && (
        <pre className="pg-problem-code">
          <code>{problem.codeLine.trim()}</code>
        </pre>
      )}
      {hint !== null && <p className="pg-hint">{text[hint]}</p>}
    </div>
  );
}

export function placeOf(problem: Problem, text: Dictionary): string {
  const { path = '', line = 0, column } = problem;
  const file = nameOf(path);
  return column === undefined
    ? fill(text.errorAt, { file, line })
    : fill(text.errorAtColumn, { file, line, column });
}

const limitMessages: Record<string, MessageKey> = {
  consoleLines: 'limitConsoleLines',
  plotFrames: 'limitPlotFrames',
  plotCells: 'limitPlotCells',
  testCases: 'limitTestCases',
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
    'no-library': text.noLibrary,
    limit: fill(text[limitMessages[limit] ?? 'limitConsoleLines'], { value }),
  };
  return (
    <p className="pg-notice" role="alert">
      {message[code]}
    </p>
  );
}
