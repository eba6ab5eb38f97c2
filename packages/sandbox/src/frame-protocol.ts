export type Engine = 'javascript' | 'python';

/** Host to frame. */
export type FrameCommand =
  /** The code of an engine's workers. */
  | { type: 'source'; engine: Engine; code: string }
  /** A new worker; its message port is transferred along. */
  | { type: 'create'; id: number; engine: Engine }
  | { type: 'terminate'; id: number };

/** Frame to host. */
export type FrameReport =
  | { type: 'frame-ready' }
  /** The worker could not start, or died of an error nobody caught. */
  | { type: 'worker-failed'; id: number };
