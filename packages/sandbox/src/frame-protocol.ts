export type Engine = 'javascript' | 'python';

/** Host to frame. */
export type FrameCommand =
  /** The code of an engine's workers, or of the gates before them. */
  | { type: 'source'; of: Engine | 'gate'; code: string }
  /** A new worker behind its gate; the gate's port is transferred along. */
  | { type: 'create'; id: number; engine: Engine }
  | { type: 'terminate'; id: number }
  | { type: 'ping' };

/** Frame to host. */
export type FrameReport =
  | { type: 'frame-ready' }
  /** The answer to a ping: the frame's process lives. */
  | { type: 'frame-alive' }
  /** The worker could not start, or died of an error nobody caught. */
  | { type: 'worker-failed'; id: number };

/** What the frame said, or null if it is nothing that a frame says. */
export function parseFrameReport(value: unknown): FrameReport | null {
  try {
    const { type, id } = value as Record<string, unknown>;
    if (type === 'frame-ready' || type === 'frame-alive') {
      return { type };
    }
    return type === 'worker-failed' && Number.isSafeInteger(id)
      ? { type, id: id as number }
      : null;
  } catch {
    return null;
  }
}
