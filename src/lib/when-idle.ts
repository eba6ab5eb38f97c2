const TIMEOUT_MS = 4000;

/** Runs the work when the page has loaded and nothing else is to be done. */
export function whenIdle(work: () => unknown): void {
  const begin = () => {
    if ('requestIdleCallback' in window) {
      requestIdleCallback(work, { timeout: TIMEOUT_MS });
    } else {
      // Safari.
      setTimeout(work, 1000);
    }
  };
  if (document.readyState === 'complete') {
    begin();
  } else {
    addEventListener('load', begin, { once: true });
  }
}
