import { nameOf } from '@runnable-guide/labs/lab';
import type { Dictionary } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';

import type { FileChange } from './file-changes';
import { later } from './later';

const DiffView = later(() => import('./DiffView'));

interface Props {
  text: Dictionary;
  locale: Locale;
  changes: readonly FileChange[];
  beforeLabel: string;
  afterLabel: string;
}

/** Suspends until the editor that shows them is loaded. */
export function FilesDiff(props: Props) {
  const { text, locale, changes, beforeLabel, afterLabel } = props;
  const { solution, exercise } = text;
  const editions = { solution, exercise, python: 'Python' };
  if (changes.length === 0) {
    return <p className="pg-empty">{text.noDifference}</p>;
  }
  return changes.map(({ path, edition, before, after }) => (
    <div key={`${edition} ${path}`}>
      <p className="pg-diff-file">
        {edition && `${editions[edition]} · `}
        {nameOf(path)}
      </p>
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
