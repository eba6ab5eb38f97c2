/** Without a key or a press for so long (ms) the reader has turned elsewhere. */
const QUIET_MS = 2000;

/**
 * What costs a phone much can wait until the reader has not pressed a key or a
 * pointer for a moment in what `scope` selects; `actedAt` (ms) is the first act.
 * The function it gives resolves then, or at once when it is given up: what
 * gives it up may be a press.
 */
export function quietIn(
  scope: string,
  actedAt = Number.NEGATIVE_INFINITY,
): (signal?: AbortSignal) => Promise<void> {
  let last = actedAt;
  const noteAct = ({ target }: Event) => {
    if (target instanceof Element && target.closest(scope) !== null) {
      last = performance.now();
    }
  };
  // Not on the server, which renders the labs' shells and waits for nothing.
  for (const act of ['pointerdown', 'keydown']) {
    globalThis.addEventListener?.(act, noteAct, { capture: true });
  }
  return async (signal) => {
    const left = () => last + QUIET_MS - performance.now();
    while (left() > 0 && !signal?.aborted) {
      await new Promise((resolve) => {
        setTimeout(resolve, left());
        signal?.addEventListener('abort', resolve, { once: true });
      });
    }
  };
}
