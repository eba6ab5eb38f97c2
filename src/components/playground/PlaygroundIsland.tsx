import { type LabId, loadLab } from '@runnable-guide/labs/catalog';
import type { Lab } from '@runnable-guide/labs/lab';
import {
  type ComponentType,
  type ReactNode,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { dictionaryOf, fill } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import type { LiveProps } from './Live';
import { whenWanted } from './near';
import { Toolbar } from './Toolbar';

interface Props {
  lab: LabId;
  title: string;
  locale: Locale;
  sandboxUrl: string;
  hasTests: boolean;
  /** The exercise alone, without hints and solution. */
  isRound?: boolean;
  /** The static version: shown until, or instead of, the live one. */
  children?: ReactNode;
}

/**
 * The light shell. It stands on the static version, and loads the editor and
 * the runtime when the reader is near or reaches for a button.
 */
export default function PlaygroundIsland(props: Props) {
  const { lab, title, locale, sandboxUrl, hasTests, children } = props;
  const { isRound = false } = props;
  const text = dictionaryOf(locale);
  const [live, setLive] = useState<{
    Live: ComponentType<LiveProps>;
    record: Lab;
  } | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const requested = useRef(false);
  const wanted = useRef<LiveProps['firstAction']>('run');
  const height = useRef(0);
  const focused = useRef(-1);
  // Called as the static version goes, while the focus is still in it.
  const section = useCallback(
    (element: HTMLElement) => () => {
      focused.current = focusedButton(element);
    },
    [],
  );

  const load = useCallback(async () => {
    if (requested.current) {
      return;
    }
    requested.current = true;
    setIsLoading(true);
    setReason(null);
    try {
      const [module, record] = await Promise.all([
        import('./Live'),
        loadLab(lab),
      ]);
      height.current = sectionOf(lab)?.getBoundingClientRect().height ?? 0;
      // In parts, between which the reader is answered.
      startTransition(() => setLive({ Live: module.default, record }));
    } catch (error) {
      requested.current = false;
      setReason(error instanceof Error ? error.message : String(error));
      setIsLoading(false);
    }
  }, [lab]);

  // Hydration happens when the section comes near, so this is the moment.
  useEffect(() => {
    const near = sectionOf(lab);
    if (near !== null) {
      void whenWanted(near).then(load);
    }
  }, [lab, load]);

  // The live version is another element: the focus goes along at once.
  useLayoutEffect(() => {
    if (live !== null && focused.current >= 0) {
      buttonsOf(sectionOf(lab)).at(focused.current)?.focus();
      focused.current = -1;
    }
  }, [live, lab]);

  if (live !== null) {
    return (
      <live.Live
        id={lab}
        lab={live.record}
        title={title}
        locale={locale}
        sandboxUrl={sandboxUrl}
        isRound={isRound}
        firstAction={wanted.current}
        height={height.current}
      />
    );
  }
  const start = (action: LiveProps['firstAction']) => () => {
    wanted.current = action;
    void load();
  };
  return (
    <section
      ref={section}
      className="playground not-content"
      id={`lab-${lab}`}
      data-lab={lab}
      data-state={isLoading ? 'loading' : 'static'}
      aria-label={fill(text.playground, { title })}
    >
      <Toolbar
        text={text}
        title={title}
        status={isLoading ? text.loading : ''}
        isRunning={false}
        hasTests={hasTests}
        onRun={start('run')}
        onRunTests={start('tests')}
      />
      {reason !== null && (
        <p className="pg-notice" role="alert">
          {fill(text.loadFailed, { reason })}{' '}
          <button type="button" onClick={start('run')}>
            {text.retry}
          </button>
        </p>
      )}
      {children}
    </section>
  );
}

function sectionOf(lab: LabId): HTMLElement | null {
  return document.querySelector(`section[data-lab="${lab}"]`);
}

function buttonsOf(section: Element | null): HTMLElement[] {
  return [
    ...(section?.querySelectorAll<HTMLElement>('.pg-bar button') ?? []),
  ].filter((button) => !button.classList.contains('pg-undo'));
}

/** Place of the focused button in the toolbar; -1 if it is elsewhere. */
function focusedButton(section: Element | null): number {
  return buttonsOf(section).indexOf(document.activeElement as HTMLElement);
}
