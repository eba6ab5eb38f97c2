/**
 * Takes `:has()` out of Starlight's rules for content: while one is in force,
 * Chromium looks for elements that it may concern at each change of the page,
 * and a lab at work changes it all the time.
 *
 * - Blocks at the end of list items are spaced out whatever the others hold.
 * - The edge of a details element that is open does not answer the pointer.
 * - No heading here is hidden, and nothing is done for hidden ones.
 */
const LAST_BLOCK =
  '.sl-markdown-content :is(ol, ul) > li > :last-child:not(a, strong, em, ' +
  'del, span, input, code, br, script, ol, ul, :where(.not-content *))';

export const withoutHas = {
  postcssPlugin: 'without-has',
  Rule(rule) {
    const isStarlight = /@astrojs.starlight.*\.css/.test(
      rule.source?.input.file ?? '',
    );
    if (!isStarlight || !rule.selector.includes(':has(')) {
      return;
    }
    if (/^\s*\.sl-markdown-content\s+:is\(ol, ul\)/.test(rule.selector)) {
      rule.selector = LAST_BLOCK;
      return;
    }
    const kept = rule.selectors.filter((part) => !part.includes(':has('));
    if (kept.length === 0) {
      rule.remove();
    } else {
      rule.selectors = kept;
    }
  },
};
