import { type LabId, loadLab } from '@runnable-guide/labs/catalog';
import { sharedLabOf } from '~/lib/share-fragment';
import { sitePath } from '~/lib/site-path';
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
          start((target as HTMLElement).dataset['lab'] as LabId);
        }
      }
    },
    { rootMargin: NEAR },
  );
  for (const playground of playgrounds) {
    observer.observe(playground);
  }
}

function start(lab: LabId): void {
  const ignore = () => {};
  import('./Live').catch(ignore);
  loadLab(lab).catch(ignore);
  // The code of a shared link waits for the reader's word.
  if (sharedLabOf(location.hash) !== lab) {
    openFrame(sitePath('/sandbox/'));
  }
}
