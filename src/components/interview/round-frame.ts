import { element } from '~/lib/element';
import { parseSaved, roundOf } from '~/lib/lab-storage';
import type { TestCount } from '~/lib/study/progress';

interface Round {
  title: string;
  /** Address of the page with the exercise. */
  src: string;
  /** The tests of the exercise have run to their end. */
  onTests: (tests: TestCount) => void;
}

/** The playground of a coding round, of the same origin as the page. */
export function roundFrame({ src, title, onTests }: Round): HTMLIFrameElement {
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
        const tests = testsOf(page);
        if (tests !== null) {
          onTests(tests);
        }
      }).observe(page, { subtree: true, attributeFilter: ['data-tests'] });
    }
  });
  return frame;
}

/** Null unless a run of the tests has just ended. */
function testsOf(page: Document): TestCount | null {
  const lab = page.querySelector<HTMLElement>('[data-lab][data-tests]');
  const [passed, count] = (lab?.dataset['tests'] ?? '').split('/').map(Number);
  return passed === undefined || count === undefined ? null : { passed, count };
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
