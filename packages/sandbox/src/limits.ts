/**
 * What one run may use. Each limit is reported in words when it is hit; the
 * numbers are part of the message.
 */
export const limits = {
  /** A program that does not yield for this long is stopped (ms). */
  busyMs: 5_000,
  /** The same for a test run, which may work harder (ms). */
  testBusyMs: 15_000,
  /** Both in Python, which is slower here and answers nothing meanwhile. */
  pythonBusyMs: 20_000,
  pythonTestBusyMs: 30_000,
  /** A worker may take this long to answer first, whatever it is to run (ms). */
  workerStartMs: 10_000,
  /** An interpreter that takes longer to start is given up (ms). */
  pythonStartMs: 90_000,
  /** One asynchronous test may wait this long (ms). */
  testTimeoutMs: 5_000,
  consoleLines: 1_000,
  /** Characters of one console line; the rest is cut. */
  lineLength: 10_000,
  consoleCharacters: 400_000,
  plotFrames: 1_000,
  /** Numbers and characters in all frames of one run. */
  plotCells: 2_000_000,
  testCases: 1_000,
  /** Names, messages and compared values of all tests. */
  testCharacters: 10_000_000,
  /** Errors told of; a timer may throw for ever. */
  errors: 100,
  /** Reports of all kinds, but for the answers to our own pings. */
  messages: 10_000,
  /** The frame's process is taken for dead after this silence (ms). */
  frameSilentMs: 4_000,
  /** The same for a frame that is still on its way (ms). */
  frameStartMs: 30_000,
  sourceCharacters: 1_000_000,
  sourceFiles: 1_000,
} as const;

export type LimitName = keyof typeof limits;
