import { whenIdle } from '~/lib/when-idle';

/** Milliseconds: a phone then lays out one block at a time, a desktop a few. */
const AT_ONCE_MS = 6;

/**
 * Text out of sight is not styled, laid out, painted or searched for the
 * pointer while a lab works: the formulas of a page are thousands of elements.
 * Each block that is contained (see type.css) keeps the height that it has, so
 * nothing moves; on another width the heights are taken anew.
 */
export function skipUnseen(content: HTMLElement): void {
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth !== width) {
      width = innerWidth;
      content.removeAttribute('data-skips-unseen');
      whenIdle(() => skip(content));
    }
  });
  // A font that comes late may change a line.
  whenIdle(() => document.fonts.ready.then(() => skip(content)));
}

async function skip(content: HTMLElement): Promise<void> {
  const all = [...content.children] as HTMLElement[];
  if (hasGuesses()) {
    await layOut(all);
  }
  // What scrolls would not know its width: see wide-blocks.ts.
  const blocks = all.filter(
    (block) =>
      getComputedStyle(block).contain.includes('paint') &&
      block.scrollWidth <= block.clientWidth,
  );
  const heights = blocks.map(contentHeight);
  for (const block of all) {
    block.classList.toggle('can-skip', blocks.includes(block));
    block.style.contentVisibility = '';
  }
  for (const [index, block] of blocks.entries()) {
    block.style.containIntrinsicBlockSize = `auto ${heights[index]}px`;
  }
  content.setAttribute('data-skips-unseen', '');
  delete document.documentElement.dataset['heights'];
}

/** See GuessedHeights.astro. */
function hasGuesses(): boolean {
  return document.documentElement.dataset['heights'] === 'guessed';
}

/** Takes the place of guesses, bit by bit while nothing else is to be done. */
async function layOut(blocks: HTMLElement[]): Promise<void> {
  let end = 0;
  for (const block of blocks) {
    if (performance.now() >= end) {
      await new Promise((resolve) => requestIdleCallback(resolve));
      end = performance.now() + AT_ONCE_MS;
    }
    if (!hasGuesses()) {
      return;
    }
    block.style.contentVisibility = 'visible';
    // Laid out here, not in the next frame with all the others.
    block.getBoundingClientRect();
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
