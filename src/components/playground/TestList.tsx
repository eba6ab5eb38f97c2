import type { Exercise } from '@runnable-guide/labs/lab';
import { type Dictionary, fill } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import type { LabTexts } from '~/lib/lab-texts';
import { hintForFailure, unwrittenTask } from './hints';
import { missingExportText, ProblemPlace, Unwritten } from './ProblemView';
import { Prose } from './Prose';
import type { Failure, TestResult } from './run-state';

interface Props {
  text: Dictionary;
  locale: Locale;
  tests: readonly TestResult[];
  isStale: boolean;
  texts: LabTexts;
  /** Its causes are shown with the tests that fail. */
  exercise: Exercise | undefined;
  onOpen: (path: string, line: number) => void;
}

export function TestList(props: Props) {
  const { text, texts, locale, tests, exercise, onOpen } = props;
  if (tests.length === 0) {
    return <p className="pg-empty">{text.noTests}</p>;
  }
  const labels: Record<TestResult['status'], string> = {
    pass: text.passed,
    fail: text.failed,
    skip: text.skipped,
    idle: text.waiting,
    running: text.stateRunning,
  };
  // What needs attention comes first.
  const ordered = [
    ...tests.filter((test) => test.status === 'fail'),
    ...tests.filter((test) => test.status !== 'fail'),
  ];
  return (
    <>
      {props.isStale && <p className="pg-hint">{text.staleTests}</p>}
      <ul className={props.isStale ? 'pg-tests is-stale' : 'pg-tests'}>
        {ordered.map((test) => (
          <li
            key={`${test.path} ${test.blocks.join(' ')} ${test.name}`}
            className={`is-${test.status}`}
          >
            <span className="pg-test-status">{labels[test.status]}</span>
            <span className="pg-test-name">
              {[...test.blocks, test.name].map(texts.testTitle).join(' › ')}
            </span>
            {test.errors.map((error, index) => (
              <FailureView
                // biome-ignore lint/suspicious/noArrayIndexKey: errors have no other identity
                key={index}
                text={text}
                texts={texts}
                error={error}
                cause={exercise?.causes[test.name]?.[locale]}
                onOpen={onOpen}
              />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

interface FailureProps {
  text: Dictionary;
  texts: LabTexts;
  error: Failure;
  /** Why this test fails most often. */
  cause: string | undefined;
  onOpen: Props['onOpen'];
}

function FailureView({ text, texts, error, cause, onOpen }: FailureProps) {
  const unwritten = unwrittenTask(error);
  if (unwritten !== null) {
    return (
      <Unwritten text={text} texts={texts} {...unwritten} onOpen={onOpen} />
    );
  }
  const hint = hintForFailure(error);
  const { expected, received, missingExport } = error;
  const causeLine = cause !== undefined && (
    <p className="pg-hint">
      <Prose text={cause} />
    </p>
  );
  return (
    <div className="pg-failure">
      {expected !== undefined && causeLine}
      {expected !== undefined && (
        <dl>
          <dt>{text.expected}</dt>
          <dd>{expected}</dd>
          <dt>{text.received}</dt>
          <dd>{received}</dd>
          {error.tolerance !== undefined && (
            <>
              <dt>{text.difference}</dt>
              <dd>{differenceOf(error, text)}</dd>
            </>
          )}
        </dl>
      )}
      {!error.isPlain && (
        <p className="pg-failure-message">
          {missingExport === undefined
            ? error.message
            : missingExportText(missingExport, text)}
        </p>
      )}
      {hint !== null && (
        <p className="pg-hint">
          <Prose text={text[hint]} />
        </p>
      )}
      <ProblemPlace text={text} problem={error} onOpen={onOpen} />
      {expected === undefined && causeLine}
    </div>
  );
}

/** How far off a number is, and how far it may be. */
function differenceOf(
  { difference = 'NaN', tolerance = '' }: Failure,
  text: Dictionary,
): string {
  return fill(text.differenceOfTolerance, { difference, tolerance });
}
