import { nameOf } from '@runnable-guide/labs/lab';
import { lazy, Suspense } from 'react';
import type { Dictionary } from '~/i18n/dictionary';

const DiffView = lazy(() => import('./DiffView'));

interface Props {
  text: Dictionary;
  /** Path, text before and after of every file that differs. */
  changes: readonly { path: string; before: string; after: string }[];
  beforeLabel: string;
  afterLabel: string;
}

export function FilesDiff({ text, changes, beforeLabel, afterLabel }: Props) {
  if (changes.length === 0) {
    return <p className="pg-empty">{text.noDifference}</p>;
  }
  return changes.map(({ path, before, after }) => (
    <div key={path}>
      <p className="pg-diff-file">{nameOf(path)}</p>
      <Suspense fallback={<p className="pg-empty">{text.loading}</p>}>
        <DiffView
          before={before}
          after={after}
          beforeLabel={beforeLabel}
          afterLabel={afterLabel}
        />
      </Suspense>
    </div>
  ));
}

/** The files that differ between two versions. */
export function changesBetween(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): { path: string; before: string; after: string }[] {
  return Object.keys(after)
    .filter((path) => before[path] !== after[path])
    .map((path) => ({
      path,
      before: before[path] ?? '',
      after: after[path] ?? '',
    }));
}
