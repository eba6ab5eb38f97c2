import { useCallback, useEffect, useRef, useState } from 'react';
import {
  initialRun,
  type RunState,
  reduceRun,
  type StampedMessage,
} from './run-state';
import type { EngineMessage } from './sandpack';

/**
 * The state of the runs. Messages of one animation frame are folded into one
 * update: a program may send hundreds of them.
 */
export function useRun(): {
  state: RunState;
  receive: (message: EngineMessage) => void;
} {
  const [state, setState] = useState(initialRun);
  const queue = useRef<StampedMessage[]>([]);
  const scheduled = useRef(0);

  const flush = useCallback(() => {
    scheduled.current = 0;
    const messages = queue.current;
    queue.current = [];
    setState((current) => messages.reduce(reduceRun, current));
  }, []);

  const receive = useCallback(
    (message: EngineMessage) => {
      queue.current.push({ message, at: performance.now() });
      if (scheduled.current === 0) {
        // A hidden page gets no animation frames.
        scheduled.current = document.hidden
          ? window.setTimeout(flush)
          : requestAnimationFrame(flush);
      }
    },
    [flush],
  );
  useEffect(() => () => cancelAnimationFrame(scheduled.current), []);
  return { state, receive };
}
