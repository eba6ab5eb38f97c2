/** Host to frame. */
export type FrameCommand =
  /** The worker's code. */
  | { type: 'source'; code: string }
  /** A new worker; its message port is transferred along. */
  | { type: 'create'; id: number }
  | { type: 'terminate'; id: number };

/** Frame to host. */
export type FrameReport =
  | { type: 'frame-ready' }
  /** The worker could not start, or died of an error nobody caught. */
  | { type: 'worker-failed'; id: number };
