/**
 * The frame that a runtime lives in. It is opened as soon as a lab is near,
 * and loads while the editor is still on its way; the lab takes it over when
 * it is there. It stands beside the page's content, because a frame that is
 * moved in the document starts anew.
 */

/**
 * Sandpack's client sends the frame it is given to an address of its own.
 * One that differs from the frame's in the fragment alone leaves the document
 * there alive; the sandbox then introduces itself again.
 */
const TAKEN = '#taken';

let waiting: HTMLIFrameElement | null = null;

/** Opens the frame ahead of its use; there is one at most. */
export function openFrame(sandboxUrl: string): void {
  if (waiting === null) {
    waiting = createFrame();
    waiting.src = sandboxUrl;
  }
}

/** The frame for a lab, the waiting one or a new one. Whoever takes it removes it. */
export function takeFrame(lab: string): HTMLIFrameElement {
  const frame = waiting ?? createFrame();
  waiting = null;
  frame.dataset['runtimeOf'] = lab;
  return frame;
}

/** The address under which Sandpack's client takes a frame over. */
export function takenAddress(sandboxUrl: string): string {
  return sandboxUrl + TAKEN;
}

function createFrame(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = 'Sandbox';
  frame.hidden = true;
  frame.allow = "camera 'none'; microphone 'none'";
  frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
  document.body.append(frame);
  return frame;
}
