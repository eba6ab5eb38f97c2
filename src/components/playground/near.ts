import { type LabId, loadLab } from '@runnable-guide/labs/catalog';
import { quietIn } from '~/lib/quiet';
import { sitePath } from '~/lib/site-path';
import { labOfLink } from './lab-of-link';
import { openFrame } from './runtime-frame';

/** How far outside the window a playground counts as near. */
export const NEAR = '400px';

/**
 * Starts all that a playground needs when it comes near, side by side: its
 * shell would ask for one thing after the other. What fails here is asked for
 * again by the shell, which then reports it.
 */
export function startWhenNear(playgrounds: Iterable<HTMLElement>): void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) {
          observer.unobserve(target);
          void start(target as HTMLElement);
        }
      }
    },
    { rootMargin: NEAR },
  );
  for (const playground of playgrounds) {
    observer.observe(playground);
  }
}

const leaveLabs = quietIn('.playground');

/**
 * Resolves for a playground that has come near: at once, but one that is not
 * in sight yet does not hold up the reader who is busy in another.
 */
export async function whenWanted(playground: Element): Promise<void> {
  const inSight = new AbortController();
  const observer = new IntersectionObserver((entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) {
      inSight.abort();
    }
  });
  observer.observe(playground);
  await leaveLabs(inSight.signal);
  observer.disconnect();
}

async function start(playground: HTMLElement): Promise<void> {
  await whenWanted(playground);
  // The live version is another element: the reader has started it meanwhile.
  if (!playground.isConnected) {
    return;
  }
  const lab = playground.dataset['lab'] as LabId;
  const ignore = () => {};
  import('./Live').catch(ignore);
  loadLab(lab).catch(ignore);
  // The code of a shared link waits for the reader's word.
  if (labOfLink() !== lab) {
    openFrame(sitePath('/sandbox/'));
  }
}
