import {
  startTransition,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import {
  eventOf,
  expectTests,
  initialRun,
  interruptRun,
  type RunState,
  reduceRun,
} from './run-state';
import type { EngineMessage } from './sandpack';

/** How often (ms) a run under way is drawn: less would leave no time for it. */
const UPDATE_MS = 100;

const FIRST = ['start', 'total_test_start'];
const LAST = ['done', 'total_test_end', 'stopped'];

/**
 * The state of the runs. A program may send hundreds of messages: they are
 * drawn in few updates, the last in the next animation frame, and the first
 * as late as any: a short run is drawn once, when it has ended. Whatever the
 * reader does meanwhile is drawn first.
 */
export function useRun(): {
  state: RunState;
  receive: (message: EngineMessage) => void;
  /** The runtime is gone: a run under way ends here. */
  interrupt: () => void;
  /** What was shown belongs to another program. */
  forget: () => void;
  /** Tests have been asked for. */
  expect: () => void;
} {
  const [state, setState] = useState(initialRun);
  const latest = useRef(initialRun);
  const cancel = useRef<(() => void) | null>(null);
  const updatedAt = useRef(0);

  const draw = useCallback(() => {
    cancel.current?.();
    cancel.current = null;
    updatedAt.current = performance.now();
    setState(latest.current);
  }, []);
  const flush = useCallback(() => startTransition(draw), [draw]);
  const change = useCallback(
    (update: (state: RunState) => RunState) => {
      latest.current = update(latest.current);
      draw();
    },
    [draw],
  );
  // A run that has ended, but is not drawn yet, is not interrupted any more.
  const interrupt = useCallback(() => change(interruptRun), [change]);
  const forget = useCallback(() => change(() => initialRun), [change]);
  const expect = useCallback(() => change(expectTests), [change]);

  const receive = useCallback(
    (message: EngineMessage) => {
      const at = performance.now();
      latest.current = reduceRun(latest.current, { message, at });
      const event = eventOf(message);
      if (FIRST.includes(event)) {
        updatedAt.current = at;
      }
      const wait = updatedAt.current + UPDATE_MS - at;
      if (LAST.includes(event)) {
        cancel.current?.();
        cancel.current = onNextFrame(flush);
      } else if (wait > 0) {
        cancel.current ??= after(wait, flush);
      } else {
        cancel.current ??= onNextFrame(flush);
      }
    },
    [flush],
  );

  useEffect(() => () => cancel.current?.(), []);
  return { state, receive, interrupt, forget, expect };
}

/** A hidden page gets no animation frames. */
function onNextFrame(callback: () => void): () => void {
  if (document.hidden) {
    return after(0, callback);
  }
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
}

function after(ms: number, callback: () => void): () => void {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
}
