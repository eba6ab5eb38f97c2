/**
 * A formula wider than its column scrolls; then, and only then, the keyboard
 * can reach it.
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

for (const formula of document.querySelectorAll('.katex-display')) {
  observer.observe(formula);
}
