/** What a reader points at. */
export type Target =
  | { css: string }
  /** By accessible name, below `within`. */
  | { role: 'button'; name: string; within: string };

/**
 * One browser with one tab. The scenario is written against this alone; there
 * is one adapter for each way of driving a browser.
 */
export interface Driver {
  /** Name and version, as the browser gives it. */
  readonly version: string;
  open: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  /** Runs a function of the page; it sees nothing but its arguments. */
  evaluate: <A extends readonly unknown[], T>(
    read: (...values: A) => T,
    ...values: A
  ) => Promise<Awaited<T>>;
  /** A real click: scrolled to, at the centre, by the input of the engine. */
  click: (target: Target) => Promise<void>;
  /** Real keys, one by one; a line feed is the Enter key. */
  type: (text: string) => Promise<void>;
  /** A key with Control held down. */
  control: (key: string) => Promise<void>;
  screenshot: () => Promise<Uint8Array>;
  close: () => Promise<void>;
}

/** Reads the page again and again until the answer is truthy. */
export async function waitFor<A extends readonly unknown[], T>(
  driver: Driver,
  what: string,
  timeout: number,
  read: (...values: A) => T,
  ...values: A
): Promise<Awaited<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await driver.evaluate(read, ...values);
    if (answer) {
      return answer;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${timeout / 1000} s for ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
