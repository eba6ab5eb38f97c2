import { whenIdle } from '~/lib/when-idle';

/** Milliseconds: a phone then measures one block at a time, a desktop a few. */
const AT_ONCE_MS = 6;

/**
 * Text out of sight is not styled, laid out, painted or searched for the
 * pointer while a lab works: the formulas of a page are thousands of elements.
 * Each block that is contained (see type.css) keeps the height that it has, so
 * nothing moves; on another width the heights are taken anew.
 */
export function skipUnseen(content: HTMLElement): void {
  let width = innerWidth;
  let pass = new AbortController();
  addEventListener('resize', () => {
    if (innerWidth !== width) {
      width = innerWidth;
      pass.abort();
      pass = new AbortController();
      content.removeAttribute('data-skips-unseen');
      whenIdle(() => skip(content, pass.signal));
    }
  });
  // A font that comes late may change a line.
  whenIdle(() => document.fonts.ready.then(() => skip(content, pass.signal)));
}

/** Block by block, while nothing else is to be done. */
async function skip(content: HTMLElement, pass: AbortSignal): Promise<void> {
  let end = 0;
  for (const block of content.children) {
    if (performance.now() >= end) {
      do {
        await nextIdle();
      } while (hasLeftTop());
      end = performance.now() + AT_ONCE_MS;
    }
    if (pass.aborted) {
      return;
    }
    measure(block as HTMLElement);
  }
  content.setAttribute('data-skips-unseen', '');
  // See GuessedHeights.astro.
  delete document.documentElement.dataset['heights'];
}

/**
 * The page has been scrolled while heights are guessed, but has not been told
 * yet: what was scrolled to keeps its place until it is (GuessedHeights.astro).
 */
function hasLeftTop(): boolean {
  return (
    document.documentElement.dataset['heights'] === 'guessed' && scrollY > 0
  );
}

function nextIdle(): Promise<unknown> | undefined {
  return 'requestIdleCallback' in window
    ? new Promise((resolve) => requestIdleCallback(resolve))
    : undefined;
}

/** Lays a block out, out of sight too, but leaves it unpainted there. */
function measure(block: HTMLElement): void {
  block.style.contentVisibility = 'visible';
  // What scrolls would not know its width: see wide-blocks.ts.
  const isWide = block.scrollWidth > block.clientWidth;
  const canSkip = !isWide && getComputedStyle(block).contain.includes('paint');
  block.classList.toggle('can-skip', canSkip);
  if (canSkip) {
    block.style.containIntrinsicBlockSize = `auto ${contentHeight(block)}px`;
    block.style.contentVisibility = '';
  }
  // The formula in it has a width of its own (see type.css).
  const formula = block.querySelector<HTMLElement>(':scope > .katex');
  formula?.classList.toggle('can-skip', isWide);
  if (formula && isWide) {
    const { width } = formula.getBoundingClientRect();
    formula.style.containIntrinsicSize = `auto ${width}px auto ${contentHeight(formula)}px`;
  }
}

function contentHeight(block: HTMLElement): number {
  const style = getComputedStyle(block);
  const around = [
    style.paddingBlockStart,
    style.paddingBlockEnd,
    style.borderBlockStartWidth,
    style.borderBlockEndWidth,
  ];
  return around.reduce(
    (height, length) => height - (Number.parseFloat(length) || 0),
    block.getBoundingClientRect().height,
  );
}
