import { nameOf } from '@runnable-guide/labs/lab';
import { lazy } from 'react';
import type { Dictionary } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';

const DiffView = lazy(() => import('./DiffView'));

interface Props {
  text: Dictionary;
  locale: Locale;
  /** Path, text before and after of every file that differs. */
  changes: readonly { path: string; before: string; after: string }[];
  beforeLabel: string;
  afterLabel: string;
}

/** Suspends until the editor that shows them is loaded. */
export function FilesDiff(props: Props) {
  const { text, locale, changes, beforeLabel, afterLabel } = props;
  if (changes.length === 0) {
    return <p className="pg-empty">{text.noDifference}</p>;
  }
  return changes.map(({ path, before, after }) => (
    <div key={path}>
      <p className="pg-diff-file">{nameOf(path)}</p>
      <DiffView
        locale={locale}
        before={before}
        after={after}
        beforeLabel={beforeLabel}
        afterLabel={afterLabel}
      />
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
