import { type Lab, pathOf } from '@runnable-guide/labs/lab';
import { Suspense, useState } from 'react';
import { type Dictionary, fill } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import { solutionToCompare } from './exercise-diff';
import { FilesDiff } from './FilesDiff';
import { Prose } from './Prose';
import type { Workspace } from './use-workspace';

interface Props {
  text: Dictionary;
  locale: Locale;
  lab: Lab;
  workspace: Workspace;
  /** Neither hints nor solution. */
  isRound: boolean;
}

/** The task, graded hints, and in the end the solution beside one's own. */
export function ExercisePanel({
  text,
  locale,
  lab,
  workspace,
  isRound,
}: Props) {
  const [showsSolution, setShowsSolution] = useState(false);
  const { exercise } = lab;
  if (exercise === undefined) {
    return null;
  }
  const path = pathOf(lab, exercise.file);
  const task = (
    <p>
      <Prose text={fill(text.exerciseTask, { file: exercise.file })} />{' '}
      {workspace.solved && <strong>{text.exerciseSolved}</strong>}
    </p>
  );
  if (isRound) {
    return <div className="pg-exercise">{task}</div>;
  }
  const shown = exercise.hints.slice(0, workspace.hintCount);
  return (
    <div className="pg-exercise">
      {task}
      {shown.length > 0 && (
        <ol>
          {shown.map((hint) => (
            <li key={hint.en}>
              <Prose text={hint[locale]} />
            </li>
          ))}
        </ol>
      )}
      <p className="pg-buttons">
        {shown.length < exercise.hints.length && (
          <button
            type="button"
            className="pg-button"
            onClick={workspace.showHint}
          >
            {fill(text.exerciseHint, {
              n: shown.length + 1,
              count: exercise.hints.length,
            })}
          </button>
        )}
        {(shown.length === exercise.hints.length || workspace.solved) && (
          <button
            type="button"
            className="pg-button"
            aria-expanded={showsSolution}
            onClick={() => setShowsSolution(!showsSolution)}
          >
            {text.exerciseSolution}
          </button>
        )}
      </p>
      {showsSolution && (
        <Suspense fallback={<p className="pg-empty">{text.loading}</p>}>
          <FilesDiff
            text={text}
            locale={locale}
            changes={[
              {
                path,
                before: workspace.files[path] ?? '',
                after: solutionToCompare(lab.files[path] ?? '', exercise.code),
              },
            ]}
            beforeLabel={text.labelMine}
            afterLabel={text.labelSolution}
          />
        </Suspense>
      )}
    </div>
  );
}
