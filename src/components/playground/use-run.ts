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
  /** The runtime is gone: a run under way ends here. */
  interrupt: () => void;
} {
  const [state, setState] = useState(initialRun);
  const queue = useRef<StampedMessage[]>([]);
  const cancel = useRef<(() => void) | null>(null);

  const flush = useCallback(() => {
    cancel.current = null;
    const messages = queue.current;
    queue.current = [];
    setState((current) => messages.reduce(reduceRun, current));
  }, []);

  const receive = useCallback(
    (message: EngineMessage) => {
      queue.current.push({ message, at: performance.now() });
      cancel.current ??= onNextFrame(flush);
    },
    [flush],
  );

  const interrupt = useCallback(() => {
    setState((current) =>
      current.isLive
        ? {
            ...current,
            isLive: false,
            phase: current.phase === 'running' ? 'stopped' : current.phase,
          }
        : current,
    );
  }, []);

  useEffect(() => () => cancel.current?.(), []);
  return { state, receive, interrupt };
}

/** A hidden page gets no animation frames. */
function onNextFrame(callback: () => void): () => void {
  if (document.hidden) {
    const timer = setTimeout(callback);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(callback);
  return () => cancelAnimationFrame(frame);
}
