import { useCallback, useEffect, useRef, useState } from 'react';
import {
  initialRun,
  interruptRun,
  type RunState,
  reduceRun,
  type StampedMessage,
} from './run-state';
import type { EngineMessage } from './sandpack';

/** How often (ms) a run under way is drawn: less would leave no time for it. */
const UPDATE_MS = 100;

const LAST = ['done', 'total_test_end', 'stopped'];

/**
 * The state of the runs. A program may send hundreds of messages: they are
 * folded into few updates, the first and the last in the next animation frame.
 */
export function useRun(): {
  state: RunState;
  receive: (message: EngineMessage) => void;
  /** The runtime is gone: a run under way ends here. */
  interrupt: () => void;
  /** What was shown belongs to another program. */
  forget: () => void;
} {
  const [state, setState] = useState(initialRun);
  const queue = useRef<StampedMessage[]>([]);
  const cancel = useRef<(() => void) | null>(null);
  const updatedAt = useRef(0);

  const fold = useCallback((last = (state: RunState) => state) => {
    cancel.current?.();
    cancel.current = null;
    updatedAt.current = performance.now();
    const messages = queue.current;
    queue.current = [];
    setState((current) => last(messages.reduce(reduceRun, current)));
  }, []);
  const flush = useCallback(() => fold(), [fold]);
  // A run that has ended, but is not drawn yet, is not interrupted any more.
  const interrupt = useCallback(() => fold(interruptRun), [fold]);

  const forget = useCallback(() => fold(() => initialRun), [fold]);

  const receive = useCallback(
    (message: EngineMessage) => {
      const at = performance.now();
      queue.current.push({ message, at });
      const wait = updatedAt.current + UPDATE_MS - at;
      if (LAST.includes(String(message['event'] ?? message.type))) {
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
  return { state, receive, interrupt, forget };
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
