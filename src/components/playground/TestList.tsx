import type { Exercise } from '@runnable-guide/labs/lab';
import type { Dictionary } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import type { LabTexts } from '~/lib/lab-texts';
import { hintForFailure, unwrittenTask } from './hints';
import { ProblemPlace, Unwritten } from './ProblemView';
import type { TestResult } from './run-state';

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
              <Failure
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
  error: TestResult['errors'][number];
  /** Why this test fails most often. */
  cause: string | undefined;
  onOpen: Props['onOpen'];
}

function Failure({ text, texts, error, cause, onOpen }: FailureProps) {
  const unwritten = unwrittenTask(error);
  if (unwritten !== null) {
    return (
      <Unwritten text={text} texts={texts} {...unwritten} onOpen={onOpen} />
    );
  }
  const hint = hintForFailure(error);
  return (
    <div className="pg-failure">
      {cause !== undefined && <p className="pg-hint">{cause}</p>}
      {error.expected !== undefined && (
        <dl>
          <dt>{text.expected}</dt>
          <dd>{error.expected}</dd>
          <dt>{text.received}</dt>
          <dd>{error.received}</dd>
        </dl>
      )}
      <p className="pg-failure-message">{error.message}</p>
      {hint !== null && <p className="pg-hint">{text[hint]}</p>}
      <ProblemPlace text={text} problem={error} onOpen={onOpen} />
    </div>
  );
}
