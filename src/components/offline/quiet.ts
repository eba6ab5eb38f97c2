/** Without a key or a press for so long (ms) the reader is taken to read. */
const QUIET_MS = 2000;

/** When (ms) the reader last did something; opening the page counts. */
let actedAt = performance.now();

function noteAct(): void {
  actedAt = performance.now();
}
addEventListener('pointerdown', noteAct, { capture: true });
addEventListener('keydown', noteAct, { capture: true });

/**
 * Resolves when the reader has not acted for a moment: storing hundreds of
 * files takes a core of a phone for seconds, just when the first program runs.
 * Resolves at once when it is given up: what gives it up may be a press.
 */
export async function quiet(signal?: AbortSignal): Promise<void> {
  const left = () => actedAt + QUIET_MS - performance.now();
  while (left() > 0 && !signal?.aborted) {
    await new Promise((resolve) => {
      setTimeout(resolve, left());
      signal?.addEventListener('abort', resolve, { once: true });
    });
  }
}
