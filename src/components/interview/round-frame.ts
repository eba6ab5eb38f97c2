import { element } from '~/lib/element';
import { parseSaved, roundOf } from '~/lib/lab-storage';

interface Round {
  title: string;
  /** Address of the page with the exercise. */
  src: string;
  /** All tests of the exercise have passed. */
  onSolved: () => void;
}

const PASSED = '[data-lab][data-state="passed"]';

/** The playground of a coding round, of the same origin as the page. */
export function roundFrame({ src, title, onSolved }: Round): HTMLIFrameElement {
  const frame = element('iframe', {
    class: 'iv-round',
    src,
    title,
    allow: "camera 'none'; microphone 'none'",
  });
  frame.addEventListener('load', () => {
    const page = frame.contentDocument;
    if (page !== null) {
      new MutationObserver(() => {
        if (page.querySelector(PASSED) !== null) {
          onSolved();
        }
      }).observe(page, { subtree: true, attributeFilter: ['data-state'] });
    }
  });
  return frame;
}

/** What was written in the round, for the report. */
export function roundCode(lab: string): string {
  try {
    const text = localStorage.getItem(keyOf(lab)) ?? '';
    const edits = parseSaved(text)?.lab.edits.exercise ?? {};
    return Object.values(edits)
      .map(({ code }) => code)
      .join('\n');
  } catch {
    return '';
  }
}

/** An interview begins with the exercise as it was given. */
export function forgetRound(lab: string): void {
  try {
    localStorage.removeItem(keyOf(lab));
  } catch {
    // Blocked storage keeps no round either.
  }
}

function keyOf(lab: string): string {
  return `guide.lab.${roundOf(lab)}`;
}
