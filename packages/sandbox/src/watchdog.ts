const TICK_MS = 250;

export interface WatchdogOptions {
  ping: () => void;
  /** Called once, when the limit has passed without a sign of life. */
  onSilent: () => void;
}

/**
 * Notices a worker that does not yield. Silence is counted in ticks that this
 * page itself lived through, so that a laptop's sleep or a throttled
 * background tab is not held against the program.
 */
export function createWatchdog({ ping, onSilent }: WatchdogOptions) {
  let timer: ReturnType<typeof setInterval> | undefined;
  let silentMs = 0;

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    start(limitMs: number): void {
      stop();
      silentMs = 0;
      ping();
      timer = setInterval(() => {
        silentMs += TICK_MS;
        if (silentMs > limitMs) {
          stop();
          onSilent();
        } else {
          ping();
        }
      }, TICK_MS);
    },
    alive(): void {
      silentMs = 0;
    },
    silentMs: () => silentMs,
    stop,
  };
}
