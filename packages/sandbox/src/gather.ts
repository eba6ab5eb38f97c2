import type { Report } from './messages.ts';

/** How long (ms) lines and figures wait for more of their kind. */
const GATHER_MS = 50;

/**
 * Sends reports in order and in few lists, because each message takes the
 * reader's thread some time whatever its size. The first line or figure after
 * a silence goes out at once, what follows within GATHER_MS goes together, and
 * any other report takes along what waits. This belongs where no program can
 * hold it up: what waits in a thread that hangs is lost.
 */
export function createGatherer(
  post: (reports: Report[]) => void,
  later: (callback: () => void, ms: number) => void,
): (report: Report) => void {
  let waiting: Report[] = [];
  let isWaiting = false;

  function flush(): void {
    if (waiting.length > 0) {
      post(waiting);
      waiting = [];
    }
  }

  function wait(): void {
    isWaiting = true;
    later(() => {
      isWaiting = waiting.length > 0;
      if (isWaiting) {
        flush();
        wait();
      }
    }, GATHER_MS);
  }

  return (report) => {
    waiting.push(report);
    if (report.type !== 'console' && report.type !== 'plot') {
      flush();
    } else if (!isWaiting) {
      flush();
      wait();
    }
  };
}
