/** Without a key or a press for so long (ms) the reader is taken to read. */
const QUIET_MS = 2000;

/** When (ms) the reader last did something; opening the page counts. */
let actedAt = performance.now();

function noteAct(): void {
  actedAt = performance.now();
}
addEventListener('pointerdown', noteAct, { capture: true, passive: true });
addEventListener('keydown', noteAct, { capture: true, passive: true });

/**
 * Resolves when the reader has not acted for a moment: storing hundreds of
 * files takes a core of a phone for seconds, just when the first program runs.
 */
export async function quiet(): Promise<void> {
  const left = () => actedAt + QUIET_MS - performance.now();
  while (left() > 0) {
    await new Promise((resolve) => setTimeout(resolve, left()));
  }
}
