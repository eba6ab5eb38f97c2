import type { ConsoleLine, Report } from './messages.ts';
import type { PlotFrame } from './plot.ts';

/** Reports sent one by one before batching begins. */
const UNBATCHED = 100;
const BATCH_MS = 16;

/**
 * Sends reports in order. The first go out at once, so that what a program
 * prints before it hangs is seen; a flood is then batched by time.
 */
export function createOutbox(
  post: (report: Report) => void,
  now: () => number,
  later: (callback: () => void) => void,
) {
  let sent = 0;
  let lastFlush = 0;
  let scheduled = false;
  let lines: ConsoleLine[] = [];
  let frames: PlotFrame[] = [];

  function flush(): void {
    lastFlush = now();
    if (lines.length > 0) {
      post({ type: 'console', lines });
      lines = [];
    }
    if (frames.length > 0) {
      post({ type: 'plot', frames });
      frames = [];
    }
  }

  function settle(): void {
    sent += 1;
    if (sent <= UNBATCHED || now() - lastFlush >= BATCH_MS) {
      flush();
    } else if (!scheduled) {
      scheduled = true;
      later(() => {
        scheduled = false;
        flush();
      });
    }
  }

  return {
    line(line: ConsoleLine): void {
      if (frames.length > 0) {
        flush();
      }
      lines.push(line);
      settle();
    },
    frame(frame: PlotFrame): void {
      if (lines.length > 0) {
        flush();
      }
      frames.push(frame);
      settle();
    },
    /** Sends what is waiting, then this. */
    report(report: Report): void {
      flush();
      post(report);
    },
  };
}

export type Outbox = ReturnType<typeof createOutbox>;
