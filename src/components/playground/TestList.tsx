import { type Exercise, nameOf } from '@runnable-guide/labs/lab';
import type { Dictionary } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import { hintForFailure } from './hints';
import { placeOf } from './ProblemView';
import type { TestResult } from './run-state';

interface Props {
  text: Dictionary;
  locale: Locale;
  tests: readonly TestResult[];
  /** Its causes are shown with the tests that fail. */
  exercise: Exercise | undefined;
  onOpen: (path: string) => void;
}

export function TestList(props: Props) {
  const { text, locale, tests, exercise, onOpen } = props;
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
    <ul className="pg-tests">
      {ordered.map((test) => (
        <li
          key={`${test.path} ${test.blocks.join(' ')} ${test.name}`}
          className={`is-${test.status}`}
        >
          <span className="pg-test-status">{labels[test.status]}</span>
          <span className="pg-test-name">
            {[...test.blocks, test.name].join(' › ')}
          </span>
          {test.status === 'fail' && exercise?.causes[test.name] && (
            <p className="pg-hint">{exercise.causes[test.name]?.[locale]}</p>
          )}
          {test.errors.map((error, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: errors have no other identity
            <div className="pg-failure" key={index}>
              <p>{error.message}</p>
              {error.expected !== undefined && (
                <dl>
                  <dt>{text.expected}</dt>
                  <dd>{error.expected}</dd>
                  <dt>{text.received}</dt>
                  <dd>{error.received}</dd>
                </dl>
              )}
              <FailureHint text={text} error={error} />
              {error.path !== undefined && (
                <button
                  type="button"
                  className="pg-problem-place"
                  onClick={() => onOpen(error.path ?? test.path)}
                  title={nameOf(error.path)}
                >
                  {placeOf(error, text)}
                </button>
              )}
              {error.codeLine && (
                <pre className="pg-problem-code">
                  <code>{error.codeLine.trim()}</code>
                </pre>
              )}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

interface HintProps {
  text: Dictionary;
  error: TestResult['errors'][number];
}

function FailureHint({ text, error }: HintProps) {
  const hint = hintForFailure(error);
  return hint === null ? null : <p className="pg-hint">{text[hint]}</p>;
}
