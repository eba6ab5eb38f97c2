/**
 * At most one playground of a page has a live runtime: a phone has not the
 * memory for several. Who starts last has it; the others keep their output.
 */
export interface RuntimeOwner {
  isBusy: () => boolean;
  /** Called when another playground takes the runtime over. */
  release: () => void;
}

let current: RuntimeOwner | null = null;

/**
 * Takes the runtime from whoever has it. A polite request fails while the
 * owner's program is running.
 */
export function takeRuntime(owner: RuntimeOwner, isPolite = false): boolean {
  if (current === owner) {
    return true;
  }
  if (isPolite && current?.isBusy()) {
    return false;
  }
  current?.release();
  current = owner;
  return true;
}

/** Gives the runtime back, if `owner` is the one who has it. */
export function giveUpRuntime(owner: RuntimeOwner): void {
  if (current === owner) {
    current = null;
  }
}
