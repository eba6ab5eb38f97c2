import { useCallback, useEffect, useRef, useState } from 'react';
import { giveUpRuntime, type RuntimeOwner, takeRuntime } from './live-runtime';
import { isBusyAfter } from './run-state';
import type { Engine, EngineMessage, Files } from './sandpack';
import { useRun } from './use-run';

const RETRY_MS = 400;

/**
 * The runtime of one playground: mounted while this playground has it, and
 * asked for again whenever the reader does something that needs it.
 */
export function useEngine(firstAction: 'run' | 'tests' | null) {
  const { state, receive, interrupt, forget, expect } = useRun();
  const [isMounted, setIsMounted] = useState(false);
  const engine = useRef<Engine | null>(null);
  /** Asked for before there was a runtime that could run them. */
  const pendingTests = useRef<(() => void) | null>(null);
  // From the click on, not from the first message of the run or its drawing.
  const isBusy = useRef(false);

  const hasEnded = useRef(false);
  const waitForTurn = useRef(() => {});

  const owner = useRef<RuntimeOwner>({
    isBusy: () => isBusy.current,
    release: () => {
      isBusy.current = false;
      setIsMounted(false);
      interrupt();
      // A first run that another playground cut short is still owed.
      if (!hasEnded.current) {
        waitForTurn.current();
      }
    },
  });

  useEffect(() => {
    const mine = owner.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const attempt = (isPolite: boolean) => {
      if (takeRuntime(mine, isPolite)) {
        isBusy.current = true;
        setIsMounted(true);
      } else {
        waitForTurn.current();
      }
    };
    waitForTurn.current = () => {
      clearTimeout(timer);
      timer = setTimeout(attempt, RETRY_MS, true);
    };
    if (firstAction !== null) {
      attempt(firstAction !== 'tests');
    }
    return () => {
      clearTimeout(timer);
      giveUpRuntime(mine);
    };
  }, [firstAction]);

  /** True if the runtime was there already; its first deed is to run the program. */
  const ensure = useCallback(() => {
    takeRuntime(owner.current);
    const wasThere = engine.current?.isUp() === true;
    isBusy.current ||= !wasThere;
    setIsMounted(true);
    return wasThere;
  }, []);
  const wake = useCallback(() => {
    ensure();
    engine.current?.expectFiles();
  }, [ensure]);

  const onMessage = useCallback(
    (message: EngineMessage) => {
      receive(message);
      const wasBusy = isBusy.current;
      isBusy.current = isBusyAfter(wasBusy, message);
      hasEnded.current ||= wasBusy && !isBusy.current;
      if (message.type === 'done' && pendingTests.current !== null) {
        pendingTests.current();
        pendingTests.current = null;
      }
    },
    [receive],
  );

  return {
    state,
    engine,
    isMounted,
    onMessage,
    /** Makes sure that changed files are run. */
    wake,
    run: useCallback(
      (files: () => Files) => {
        if (ensure()) {
          isBusy.current = true;
          engine.current?.run(files());
        }
      },
      [ensure],
    ),
    runTests: useCallback(
      (paths: readonly string[], files: () => Files) => {
        const start = () => {
          isBusy.current = true;
          engine.current?.runTests(paths, files());
        };
        expect();
        if (ensure()) {
          start();
        } else {
          pendingTests.current = start;
        }
      },
      [ensure, expect],
    ),
    forget,
    stop: useCallback(() => engine.current?.stop(), []),
  };
}
