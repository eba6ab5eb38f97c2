/**
 * A formula, table or piece of code wider than its column scrolls; then, and only then, the
 * keyboard can reach it.
 */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) {
      target.setAttribute('tabindex', '0');
    } else {
      target.removeAttribute('tabindex');
    }
  }
});

const blocks = '.katex-display, .sl-markdown-content table, .code pre';
for (const block of document.querySelectorAll(blocks)) {
  observer.observe(block);
}
