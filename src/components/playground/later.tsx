import { type FunctionComponent, lazy, useState } from 'react';
import { dictionaryOf, fill } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';

interface Retry {
  locale: Locale;
  onRetry: () => void;
}

/**
 * Like `lazy`, for a part of a lab. One that does not come takes nothing else
 * away: the reader is told in its place, and can ask for it again.
 */
export function later<Props extends { locale: Locale }>(
  load: () => Promise<{ default: FunctionComponent<Props> }>,
): FunctionComponent<Props> {
  const begin = () =>
    lazy<FunctionComponent<Props & Retry>>(() =>
      load().catch((error: unknown) => ({ default: failureOf(error) })),
    );
  let latest = begin();
  // biome-ignore lint/correctness/noComponentHookFactories: made once, as `lazy` makes one
  return function Later(props) {
    const [Part, setPart] = useState(() => latest);
    const retry = () => {
      latest = begin();
      setPart(() => latest);
    };
    return <Part {...props} onRetry={retry} />;
  };
}

function failureOf(error: unknown): FunctionComponent<Retry> {
  const reason = error instanceof Error ? error.message : String(error);
  // biome-ignore lint/correctness/noComponentHookFactories: made once, as `lazy` makes one
  return function Failure({ locale, onRetry }) {
    const text = dictionaryOf(locale);
    return (
      <p className="pg-notice" role="alert">
        {fill(text.partFailed, { reason })}{' '}
        <button type="button" onClick={onRetry}>
          {text.retry}
        </button>
      </p>
    );
  };
}
