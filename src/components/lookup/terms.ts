/**
 * A link to a term shows its definition when the reader rests on it, reaches
 * it by keyboard or taps it. Nothing is loaded until then.
 */
const termOf = ({ target }: Event) =>
  target instanceof Element
    ? target.closest<HTMLAnchorElement>('a.term')
    : null;
const load = () => import('./term-card');
let touched: EventTarget | null = null;

document.addEventListener('pointerover', (event) => {
  const link = termOf(event);
  if (link && event.pointerType === 'mouse') {
    void load().then(({ showSoon }) => showSoon(link));
  }
});
document.addEventListener('focusin', (event) => {
  const link = termOf(event);
  if (link?.matches(':focus-visible') && touched !== link) {
    void load().then(({ show }) => show(link));
  }
});
document.addEventListener('pointerdown', (event) => {
  touched = event.pointerType === 'mouse' ? null : termOf(event);
});
document.addEventListener('click', (event) => {
  const link = termOf(event);
  // The second tap goes to the glossary.
  if (link && link === touched && !link.hasAttribute('aria-describedby')) {
    event.preventDefault();
    load().then(
      ({ show }) => show(link, () => location.assign(link.href)),
      () => location.assign(link.href),
    );
  }
});
